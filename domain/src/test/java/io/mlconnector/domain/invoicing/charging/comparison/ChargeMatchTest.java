package io.mlconnector.domain.invoicing.charging.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.charging.ChargePlace;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.charging.TaxPlace;
import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderCharge.Category;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Charges of invoices against those of their orders; what is not known is neither agreement nor mismatch. */
class ChargeMatchTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** Ten at 9.95 each: 99.50. */
    private static OpenOrder order(String number) {
        return Orders.open(
                Partners.USMF,
                number,
                Partners.ACME_IN_USMF,
                AnOrderLine.numbered(1).of("10", "ea").build());
    }

    private static List<ChargeToPost> charges(String... codesAndAmounts) {
        List<ChargeToPost> charges = new ArrayList<>();
        for (String one : codesAndAmounts) {
            String[] parts = one.split(" ");
            charges.add(new ChargeToPost(charges.size() + 1, Optional.empty(), parts[0], new BigDecimal(parts[1]), ""));
        }
        return charges;
    }

    private static ChargesOfOrder.One one(long line, String code, Category category, String value, String currency) {
        return new ChargesOfOrder.One(line, new OrderCharge(code, category, new BigDecimal(value), ""), currency);
    }

    private static ChargesOfOrder carrying(ChargesOfOrder.One... charges) {
        return new ChargesOfOrder(List.of(charges), true);
    }

    private static ChargesOfOrder freight(String amount) {
        return carrying(one(0, "FREIGHT", Category.FIXED, amount, "USD"));
    }

    private static EarlierCharges earlier(boolean certain, String order, String amount) {
        return new EarlierCharges("INV-0", Set.of(order), Map.of("freight", new BigDecimal(amount)), certain);
    }

    private static ChargeMatch.Result compare(
            List<ChargeToPost> charges, ChargesOfOrder carried, EarlierCharges... earlier) {
        return ChargeMatch.compare(
                charges,
                ChargeTable.NONE,
                List.of(order("PO-1")),
                new ChargeEvidence(Map.of("PO-1", carried), List.of(earlier), true),
                CENT);
    }

    private static void agrees(ChargeMatch.Result result) {
        assertThat(result.problems()).isEmpty();
        assertThat(result.unknown()).isEmpty();
        assertThat(result.told()).isNotEmpty();
    }

    private static void differs(ChargeMatch.Result result) {
        assertThat(result.problems()).extracting(Problem::code).containsExactly("charge-exceeds-order");
        assertThat(result.unknown()).isEmpty();
    }

    private static void isUnknown(ChargeMatch.Result result, String why) {
        assertThat(result.problems()).isEmpty();
        assertThat(result.unknown()).singleElement().asString().contains("cannot be told", why);
    }

    @Test
    void a_charge_that_the_order_carries_agrees_to_the_cent() {
        ChargeMatch.Result result = compare(charges("FREIGHT 15.01"), freight("15"));
        agrees(result);
        assertThat(result.told())
                .containsExactly("Of charge FREIGHT order PO-1 carries 15.00, invoiced before: 0.00, now 15.01");
        differs(compare(charges("FREIGHT 15.02"), freight("15")));
    }

    @Test
    void less_than_the_order_carries_is_a_part() {
        agrees(compare(charges("freight 5"), freight("15")));
    }

    @Test
    void a_charge_that_the_order_does_not_carry_is_more_than_nothing() {
        ChargeMatch.Result result = compare(charges("FREIGHT 15"), carrying());
        differs(result);
        assertThat(result.problems().getFirst().causeKey()).isEqualTo("charge-exceeds-order:PO-1:FREIGHT");
        assertThat(result.problems().getFirst().message()).contains("carries 0.00", "now 15.00");
        differs(compare(charges("FREIGHT 15"), carrying(one(0, "HANDLING", Category.FIXED, "15", "USD"))));
    }

    @Test
    void several_charges_of_one_code_count_together() {
        differs(compare(charges("FREIGHT 10", "FREIGHT 6"), freight("15")));
        agrees(compare(
                charges("FREIGHT 10", "FREIGHT 6"),
                carrying(
                        one(0, "FREIGHT", Category.FIXED, "10", ""),
                        one(1, "FREIGHT", Category.PER_UNIT, "0.6", "USD"))));
    }

    @Test
    void percents_of_the_order_are_those_of_what_is_bought_of_it() {
        agrees(compare(charges("FREIGHT 9.95"), carrying(one(0, "FREIGHT", Category.PERCENT, "10", "USD"))));
        differs(compare(charges("FREIGHT 9.97"), carrying(one(1, "FREIGHT", Category.PERCENT, "10", "USD"))));
    }

    @Test
    void what_was_charged_before_counts() {
        agrees(compare(charges("FREIGHT 5"), freight("15"), earlier(true, "PO-1", "10")));
        ChargeMatch.Result twice = compare(charges("FREIGHT 15"), freight("15"), earlier(true, "po-1", "15"));
        differs(twice);
        assertThat(twice.problems().getFirst().message()).contains("invoiced before: 15.00, now 15.00");
        agrees(compare(
                charges("FREIGHT 15"), freight("15"), earlier(true, "PO-1", "15"), earlier(true, "PO-1", "-15")));
    }

    @Test
    void what_is_given_back_is_not_compared() {
        ChargeMatch.Result result = compare(charges("FREIGHT -15"), carrying());
        assertThat(result).isEqualTo(new ChargeMatch.Result(List.of(), List.of(), List.of()));
        assertThat(ChargeMatch.concerns(charges("FREIGHT -15"), ChargeTable.NONE))
                .isFalse();
        assertThat(ChargeMatch.concerns(charges("FREIGHT 15"), ChargeTable.NONE))
                .isTrue();
    }

    @Test
    void an_order_with_an_allowance_carries_no_charge() {
        differs(compare(charges("FREIGHT 0.02"), freight("-15")));
    }

    @Test
    void a_tax_that_is_made_a_charge_is_none_of_the_order() {
        ChargeTable taxed = new ChargeTable(
                Map.of(), Optional.of(new TaxPlace.Charged(new ChargePlace.Header("SALESTAX"))), Map.of());
        assertThat(ChargeMatch.concerns(charges("SALESTAX 8"), taxed)).isFalse();
        assertThat(ChargeMatch.compare(
                                charges("SALESTAX 8", "FREIGHT 1"),
                                taxed,
                                List.of(order("PO-1")),
                                new ChargeEvidence(Map.of("PO-1", carrying()), List.of(), true),
                                CENT)
                        .problems())
                .extracting(Problem::causeKey)
                .containsExactly("charge-exceeds-order:PO-1:FREIGHT");
    }

    @Test
    void orders_of_one_invoice_carry_its_charges_together() {
        ChargeEvidence evidence = new ChargeEvidence(
                Map.of("PO-1", freight("10"), "PO-2", freight("5")), List.of(earlier(true, "PO-2", "5")), true);
        List<OpenOrder> orders = List.of(order("PO-1"), order("PO-2"));
        agrees(ChargeMatch.compare(charges("FREIGHT 10"), ChargeTable.NONE, orders, evidence, CENT));
        differs(ChargeMatch.compare(charges("FREIGHT 15"), ChargeTable.NONE, orders, evidence, CENT));
    }

    @Test
    void an_order_of_which_dynamics_tells_nothing_is_unknown() {
        isUnknown(
                ChargeMatch.compare(
                        charges("FREIGHT 15"),
                        ChargeTable.NONE,
                        List.of(order("PO-1")),
                        new ChargeEvidence(Map.of(), List.of(), true),
                        CENT),
                "does not tell all charges of order PO-1");
    }

    @Test
    void charges_that_are_told_in_part_are_enough_or_unknown() {
        ChargesOfOrder part = new ChargesOfOrder(freight("15").charges(), false);
        agrees(compare(charges("FREIGHT 15"), part));
        isUnknown(compare(charges("FREIGHT 20"), part), "does not tell all charges");
    }

    @Test
    void a_charge_in_another_currency_or_for_no_unit_is_unknown() {
        isUnknown(compare(charges("FREIGHT 15"), carrying(one(0, "FREIGHT", Category.FIXED, "15", "EUR"))), "currency");
        isUnknown(compare(charges("FREIGHT 15"), carrying(one(0, "FREIGHT", Category.PER_UNIT, "15", "USD"))), "unit");
        isUnknown(
                compare(charges("FREIGHT 15"), carrying(one(9, "FREIGHT", Category.FIXED, "15", "USD"))),
                "unit that nobody names");
    }

    @Test
    void an_earlier_invoice_that_nobody_is_sure_of_makes_neither_agreement_nor_mismatch() {
        isUnknown(compare(charges("FREIGHT 15"), freight("15"), earlier(false, "PO-1", "15")), "INV-0");
        isUnknown(
                compare(charges("FREIGHT 15"), freight("15"), earlier(true, "PO-9", "15")), "for other orders as well");
        isUnknown(compare(charges("FREIGHT 20"), freight("15"), earlier(false, "PO-1", "-15")), "INV-0");
        // Whether it came or not, this one alone is more than the order carries.
        differs(compare(charges("FREIGHT 20"), freight("15"), earlier(false, "PO-1", "15")));
    }

    @Test
    void more_invoices_than_are_looked_at_are_unknown() {
        isUnknown(
                ChargeMatch.compare(
                        charges("FREIGHT 15"),
                        ChargeTable.NONE,
                        List.of(order("PO-1")),
                        new ChargeEvidence(Map.of("PO-1", freight("15")), List.of(), false),
                        CENT),
                "more earlier invoices than are counted");
    }

    @Test
    void an_earlier_invoice_charged_what_it_says_by_the_table_of_its_partner() {
        ChargeTable table = new ChargeTable(
                Map.of(
                        "D240", new ChargePlace.Header("FREIGHT"),
                        "D500", new ChargePlace.Line("freight"),
                        "C310", new ChargePlace.Price(),
                        "B840", new ChargePlace.Nowhere()),
                Optional.empty(),
                Map.of());
        EarlierCharges earlier = EarlierCharges.of(
                AnInvoice.over(AnInvoiceLine.at(1))
                        .charge("D240", "10.00")
                        .charge("D500", "2.50")
                        .charge("C310", "-4.00")
                        .charge("B840", "7.00")
                        .charge("ZZZZ", "1.00")
                        .build(),
                List.of("PO-1"),
                table,
                true);
        assertThat(earlier.amounts()).hasSize(1);
        assertThat(earlier.amounts().get("FREIGHT")).isEqualByComparingTo("12.50");
    }
}
