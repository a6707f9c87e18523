package io.mlconnector.domain.invoicing.charging;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.charging.ChargePlace;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.agreement.charging.TaxPlace;
import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.invoicing.document.Charge;
import io.mlconnector.domain.invoicing.document.MatchedLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChargePlacementTest {

    private static final List<String> PLACES =
            List.of("header FREIGHT", "line FREIGHT", "price", "category Freight", "hold");

    private static ChargeTable table(String... pairs) {
        Map<String, ChargePlace> places = new java.util.HashMap<>();
        Optional<TaxPlace> taxes = Optional.empty();
        for (String pair : pairs) {
            String[] parts = pair.split(": ", 2);
            if (parts[0].equals("taxes")) {
                taxes = Optional.of(TaxPlace.parse(parts[1]));
            } else {
                places.put(ChargeTable.key(parts[0]), ChargePlace.parse(parts[1]));
            }
        }
        return new ChargeTable(places, taxes, Map.of());
    }

    private static PlacedCharges place(AnInvoice invoice, ChargeTable table) {
        VendorInvoice built = invoice.build();
        return ChargePlacement.place(built, matched(built), Partners.ACME, table);
    }

    /** Each line with the order line of its number. */
    static List<MatchedLine> matched(VendorInvoice invoice) {
        List<MatchedLine> lines = new ArrayList<>();
        invoice.lines().forEach(line -> {
            OrderLine ordered = AnOrderLine.numbered(line.position()).build();
            lines.add(new MatchedLine(line, Orders.open(ordered), ordered));
        });
        return lines;
    }

    private static AnInvoice freight() {
        return AnInvoice.over(AnInvoiceLine.at(1), AnInvoiceLine.at(2)).charge("D240", "15.00");
    }

    @Test
    void freight_of_the_invoice_is_a_charge_of_the_header() {
        PlacedCharges placed = place(freight(), table("D240: header FREIGHT"));
        assertThat(placed.problems()).isEmpty();
        assertThat(placed.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.line()).isEmpty();
            assertThat(charge.chargesCode()).isEqualTo("FREIGHT");
            assertThat(charge.amount()).isEqualByComparingTo("15.00");
        });
        assertThat(placed.total()).isEqualByComparingTo("214.00");
    }

    @Test
    void a_charge_of_which_nothing_is_said_is_held_with_code_amount_and_the_line_to_write() {
        PlacedCharges placed = place(freight(), ChargeTable.NONE);
        assertThat(placed.charges()).isEmpty();
        assertThat(placed.unplaced()).isEqualByComparingTo("15.00");
        assertThat(placed.problems()).singleElement().satisfies(why -> {
            assertThat(why.code()).isEqualTo("charge-unmapped");
            assertThat(why.causeKey()).isEqualTo("charge-unmapped:acme:D240");
            assertThat(why.message()).contains("D240", "15.00", "invoices.charges", "D240: header CODE");
        });
    }

    @Test
    void what_a_person_is_to_decide_is_held_though_it_is_known() {
        assertThat(place(freight(), table("D240: hold")).problems())
                .extracting(Problem::code)
                .containsExactly("charge-unmapped");
    }

    @Test
    void what_is_information_only_adds_nothing() {
        PlacedCharges placed = place(freight(), table("D240: ignore"));
        assertThat(placed.problems()).isEmpty();
        assertThat(placed.total()).isEqualByComparingTo("199.00");
    }

    @Test
    void an_allowance_of_a_line_goes_into_its_price() {
        AnInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1).charge("C310", "-9.95"), AnInvoiceLine.at(2));
        PlacedCharges placed = place(invoice, table("C310: price"));
        assertThat(placed.lines().get(0).line().price().perUnit()).isEqualByComparingTo("8.955");
        assertThat(placed.lines().get(0).line().amount()).isEqualByComparingTo("89.55");
        assertThat(placed.lines().get(1).line().amount()).isEqualByComparingTo("99.50");
    }

    @Test
    void a_price_that_takes_more_decimals_than_dynamics_keeps_is_written_for_the_whole_quantity() {
        AnInvoice invoice =
                AnInvoice.over(AnInvoiceLine.at(1).of("7", "EA").priced("1.00").charge("C310", "-0.03"));
        PlacedCharges placed = place(invoice, table("C310: price"));
        assertThat(placed.lines().get(0).line().price().amount()).isEqualByComparingTo("6.97");
        assertThat(placed.lines().get(0).line().price().per()).isEqualByComparingTo("7");
        assertThat(placed.lines().get(0).line().amount()).isEqualByComparingTo("6.97");
    }

    @Test
    void an_allowance_that_would_make_a_price_negative_has_no_place_in_it() {
        AnInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1).charge("C310", "-100.00"));
        PlacedCharges placed = place(invoice, table("C310: price"));
        assertThat(placed.problems()).extracting(Problem::code).containsExactly("charge-not-placeable");
        assertThat(placed.lines().get(0).line().amount()).isEqualByComparingTo("99.50");
    }

    @Test
    void a_charge_of_the_invoice_is_spread_over_lines_to_the_cent() {
        AnInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1), AnInvoiceLine.at(2), AnInvoiceLine.at(3))
                .charge("D240", "10.00");
        assertThat(place(invoice, table("D240: line FREIGHT")).charges())
                .extracting(charge -> charge.line().orElseThrow() + ":" + charge.amount())
                .containsExactly("1:3.33", "2:3.34", "3:3.33");
    }

    @Test
    void nothing_is_spread_over_lines_of_both_signs() {
        AnInvoice invoice = AnInvoice.over(
                        AnInvoiceLine.at(1), AnInvoiceLine.at(2).of("-1", "EA"))
                .charge("D240", "10.00");
        assertThat(place(invoice, table("D240: line FREIGHT")).problems())
                .extracting(Problem::code)
                .containsExactly("charge-not-placeable");
    }

    @Test
    void a_charge_of_a_line_stays_at_that_line() {
        AnInvoice invoice =
                AnInvoice.over(AnInvoiceLine.at(1), AnInvoiceLine.at(2).charge("D500", "2.00"));
        assertThat(place(invoice, table("D500: line HANDLING")).charges())
                .singleElement()
                .satisfies(charge -> assertThat(charge.line()).hasValue(2));
    }

    @Test
    void a_charge_may_be_a_line_of_a_category() {
        PlacedCharges placed = place(freight(), table("D240: category Freight and handling"));
        assertThat(placed.categories())
                .containsExactly(new PlacedCharges.CategoryLine("Freight and handling", new BigDecimal("15.00"), ""));
    }

    @Test
    void tax_is_compared_charged_or_left_to_a_person() {
        AnInvoice taxed = AnInvoice.over(AnInvoiceLine.at(1)).tax("8.25");
        assertThat(place(taxed, ChargeTable.NONE).tax()).isEqualByComparingTo("8.25");
        PlacedCharges charged = place(taxed, table("taxes: charge SALESTAX"));
        assertThat(charged.tax()).isZero();
        assertThat(charged.charges()).singleElement().satisfies(charge -> {
            assertThat(charge.chargesCode()).isEqualTo("SALESTAX");
            assertThat(charge.amount()).isEqualByComparingTo("8.25");
        });
        PlacedCharges held = place(taxed, table("taxes: hold"));
        assertThat(held.problems()).extracting(Problem::code).containsExactly("tax-to-decide");
        assertThat(held.total()).isEqualByComparingTo("107.75");
    }

    @Test
    void a_credit_note_gives_its_freight_back() {
        AnInvoice credit = AnInvoice.over(
                        AnInvoiceLine.at(1).of("-10", "EA"), AnInvoiceLine.at(2).of("-10", "EA"))
                .asCredit()
                .charge("D240", "-15.01");
        for (String place : List.of("header FREIGHT", "line FREIGHT", "price", "category Freight")) {
            PlacedCharges placed = place(credit, table("D240: " + place));
            assertThat(placed.problems()).as(place).isEmpty();
            assertThat(placed.total()).as(place).isEqualByComparingTo("-214.01");
        }
    }

    @Test
    void each_charge_to_post_has_a_number_of_its_own() {
        AnInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1), AnInvoiceLine.at(2))
                .charge("D240", "10.00")
                .charge("D500", "4.00");
        assertThat(place(invoice, table("D240: header FREIGHT", "D500: line HANDLING"))
                        .charges())
                .extracting(charge -> charge.number() + " " + charge.chargesCode())
                .containsExactly("1 FREIGHT", "2 HANDLING", "3 HANDLING");
    }

    @Test
    void a_person_reads_where_each_charge_went() {
        AnInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1).charge("C310", "-1.00"), AnInvoiceLine.at(2))
                .charge("D240", "10.00");
        assertThat(place(invoice, table("C310: price", "D240: header FREIGHT")).reasons())
                .containsExactly(
                        "Allowance C310 of -1.00 at line 1 is in the price of the line",
                        "Charge D240 of 10.00 is charge FREIGHT of the header");
        assertThat(place(freight(), table("D240: line FREIGHT")).reasons())
                .containsExactly("Charge D240 of 15.00 is charge FREIGHT of the lines, spread by amount");
    }

    @Test
    void a_share_of_nothing_is_not_posted() {
        AnInvoice invoice = AnInvoice.over(
                        AnInvoiceLine.at(1), AnInvoiceLine.at(2).priced("0.00"))
                .charge("D240", "10.00");
        assertThat(place(invoice, table("D240: line FREIGHT")).charges())
                .extracting(charge -> charge.line().orElseThrow())
                .containsExactly(1);
    }

    @Test
    void allowance_or_charge_is_what_the_vendor_calls_it_also_where_a_credit_turns_the_sign() {
        assertThat(unmapped(new Charge("D240", new BigDecimal("-9.00"), "Freight back", "C", "")))
                .contains("carries a charge of -9.00 with code D240 (Freight back)", "\"D240: header CODE\"");
        assertThat(unmapped(new Charge("C310", new BigDecimal("9.00"), "", "A", "")))
                .contains("carries an allowance of 9.00 with code C310, for which");
        assertThat(unmapped(new Charge("C310", new BigDecimal("-9.00"), "", "", "")))
                .contains("carries an allowance of -9.00");
        assertThat(unmapped(new Charge("D240", new BigDecimal("9.00"), "", "", "")))
                .contains("carries a charge of 9.00");
    }

    @Test
    void the_line_to_write_names_the_code_the_agencys_code_or_others() {
        assertThat(unmapped(new Charge("", new BigDecimal("9.00"), "", "C", "", "VI", "FRT")))
                .contains("\"VI:FRT: header CODE\"");
        assertThat(unmapped(new Charge("", new BigDecimal("9.00"), "Pallets", "C", "")))
                .contains("\"others: header CODE\"");
    }

    private static String unmapped(Charge charge) {
        return place(AnInvoice.over(AnInvoiceLine.at(1)).charge(charge), ChargeTable.NONE)
                .problems()
                .get(0)
                .message();
    }

    /** Whatever the table says, no cent appears or vanishes. */
    @Test
    void what_is_posted_and_what_is_held_add_up_to_what_the_vendor_says() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            AnInvoiceLine[] lines = new AnInvoiceLine[1 + random.nextInt(4)];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = AnInvoiceLine.at(i + 1)
                        .of(String.valueOf(1 + random.nextInt(40)), "EA")
                        .priced(
                                cents(random, 9_999),
                                String.valueOf(List.of(1, 10, 12).get(random.nextInt(3))));
                if (random.nextBoolean()) {
                    lines[i].charge("C310", "-" + cents(random, 200));
                }
            }
            AnInvoice invoice = AnInvoice.over(lines).tax(cents(random, 500));
            if (random.nextBoolean()) {
                invoice.charge("D240", cents(random, 5_000));
            }
            ChargeTable table = table(
                    "C310: " + PLACES.get(random.nextInt(PLACES.size())),
                    "D240: " + PLACES.get(random.nextInt(PLACES.size())),
                    "taxes: " + List.of("compare", "hold", "charge TAX").get(random.nextInt(3)));
            PlacedCharges placed = place(invoice, table);
            assertThat(placed.total())
                    .as("seed %s, %s", seed, table)
                    .isEqualByComparingTo(invoice.build().computedTotal());
        }
    }

    private static String cents(Random random, int most) {
        return BigDecimal.valueOf(1 + random.nextInt(most), 2).toPlainString();
    }
}
