package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.invoicing.charging.ChargePlacement;
import io.mlconnector.domain.invoicing.charging.PlacedCharges;
import io.mlconnector.domain.invoicing.document.LineMatching;
import io.mlconnector.domain.invoicing.document.MatchedLine;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.OrderStanding;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceChecksTest {

    private static MatchedLine matched(AnInvoiceLine line, AnOrderLine orderLine) {
        var ordered = orderLine.build();
        return new MatchedLine(line.build(), Orders.open(ordered), ordered);
    }

    private static Checks tolerances(String price, String quantity, String total) {
        return new Checks(new BigDecimal(price), new BigDecimal(quantity), new BigDecimal(total), OnMismatch.HOLD);
    }

    private static List<String> codes(List<Problem> problems) {
        for (Problem problem : problems) {
            assertThat(Problems.givesAdvice(problem)).as("%s", problem).isTrue();
            assertThat(problem.message().contains(AnInvoice.NUMBER)
                            || problem.message().contains(Orders.NUMBER))
                    .as("names the document: %s", problem)
                    .isTrue();
        }
        return problems.stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"10.20, true", "10.2001, false", "9.80, true", "9.7999, false", "10.00, true", "0, false"})
    void a_price_may_differ_by_the_tolerance_either_way_and_not_a_hair_more(String invoiced, boolean passes) {
        var lines = List.of(matched(
                AnInvoiceLine.at(1).priced(invoiced), AnOrderLine.numbered(1).at("10.00")));

        assertThat(codes(InvoiceChecks.prices(lines, Checks.USUAL)))
                .isEqualTo(passes ? List.of() : List.of("price-differs"));
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, 100, 0.125, true",
        "0.125, 1, 0.125, true",
        "12.75, 100, 0.125, true",
        "12.7501, 100, 0.125, false",
        "125, 1000, 0.125, true",
        "1, 3, 0.34, true",
        "1, 3, 0.35, false"
    })
    void prices_per_different_numbers_of_units_are_compared_exactly(
            String money, String per, String ordered, boolean passes) {
        var lines = List.of(matched(
                AnInvoiceLine.at(1).priced(money, per), AnOrderLine.numbered(1).at(ordered)));

        assertThat(InvoiceChecks.prices(lines, Checks.USUAL).isEmpty()).isEqualTo(passes);
    }

    private static final Instant NOW = Instant.parse("2026-03-26T09:15:00Z");

    /** 10 at 5.00 less 10 % are 45.00 in F&O. */
    private static List<MatchedLine> discounted(String invoiced) {
        OrderLine plain = AnOrderLine.numbered(1).of("10", "ea").at("5.00").build();
        OrderLine ordered = new OrderLine(
                plain.number(),
                plain.item(),
                plain.category(),
                plain.description(),
                plain.quantity(),
                plain.price(),
                new BigDecimal("45.00"),
                plain.vendorItem(),
                plain.barcode(),
                plain.requestedDelivery(),
                plain.cancelled(),
                plain.deliveryAddress(),
                plain.details());
        return List.of(new MatchedLine(AnInvoiceLine.at(1).priced(invoiced).build(), Orders.open(ordered), ordered));
    }

    @Test
    void a_price_is_compared_with_what_is_left_after_the_discounts() {
        assertThat(InvoiceChecks.prices(discounted("4.50"), Checks.USUAL)).isEmpty();
        assertThat(codes(InvoiceChecks.prices(discounted("5.00"), Checks.USUAL)))
                .containsExactly("price-differs");
    }

    @ParameterizedTest
    @CsvSource({
        "Draft, Backorder, true",
        "Confirmed, Invoiced, true",
        "Confirmed, Canceled, true",
        "Rejected, Backorder, true",
        "Confirmed, Backorder, false",
        "Approved, Received, false",
        "Confirmed, SomethingNew, false"
    })
    void an_order_that_is_not_released_or_is_over_takes_no_invoice(String approval, String status, boolean held) {
        OrderLine ordered = AnOrderLine.numbered(1).build();
        OpenOrder open = Orders.open(ordered);
        OpenOrder standing = new OpenOrder(
                open.legalEntity(),
                open.number(),
                open.vendor(),
                open.invoiceVendor(),
                open.currency(),
                new OrderStanding(approval, status),
                open.lines());
        List<Problem> found = InvoiceChecks.ordersOpen(
                List.of(new MatchedLine(AnInvoiceLine.at(1).build(), standing, ordered)));
        assertThat(codes(found)).isEqualTo(held ? List.of("order-not-open") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "2099-01-01, invoice-date-in-future",
        "2026-03-11, ''",
        "2026-03-12, invoice-date-in-future",
        "1999-12-31, invoice-date-too-old",
        "2016-03-11, ''",
        "2026-03-01, ''"
    })
    void a_date_that_nobody_can_mean_is_held(LocalDate date, String code) {
        Instant noon = Instant.parse("2026-03-10T12:00:00Z");
        VendorInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1)).dated(date).build();
        assertThat(codes(InvoiceChecks.dates(invoice, noon))).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void free_goods_must_stay_free() {
        AnOrderLine free = AnOrderLine.numbered(1).at("0");

        assertThat(InvoiceChecks.prices(List.of(matched(AnInvoiceLine.at(1).priced("0.00"), free)), Checks.USUAL))
                .isEmpty();
        assertThat(codes(
                        InvoiceChecks.prices(List.of(matched(AnInvoiceLine.at(1).priced("0.01"), free)), Checks.USUAL)))
                .containsExactly("price-differs");
    }

    @Test
    void a_price_that_differs_names_the_line_both_prices_and_the_tolerance() {
        var lines = List.of(matched(
                AnInvoiceLine.at(3).priced("77.77"), AnOrderLine.numbered(5).at("66.66")));

        assertThat(InvoiceChecks.prices(lines, tolerances("0.005", "0", "0"))).satisfiesExactly(why -> {
            assertThat(why.message())
                    .contains(
                            "Line 3 is invoiced at 77.77",
                            "line 5 of order PO-000471 is 66.66",
                            "16.7 % more",
                            "0.5 % is agreed");
            assertThat(why.causeKey()).isEqualTo("price-differs:PO-000471:5");
            assertThat(why.details()).containsEntry("line", "3");
        });
    }

    @ParameterizedTest
    @CsvSource({"10, 0, true", "10.0001, 0, false", "11, 0.1, true", "11.0001, 0.1, false", "1, 0, true", "-5, 0, true"
    })
    void no_more_may_be_invoiced_than_was_ordered_and_the_tolerance_on_top(
            String invoiced, String tolerance, boolean passes) {
        var lines = List.of(matched(AnInvoiceLine.at(1).of(invoiced, "EA"), AnOrderLine.numbered(1)));
        VendorInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1)).build();

        assertThat(codes(InvoiceChecks.quantities(invoice, lines, tolerances("0", tolerance, "0"))))
                .isEqualTo(passes ? List.of() : List.of("quantity-differs"));
    }

    @Test
    void lines_of_one_order_line_are_counted_together() {
        AnOrderLine ordered = AnOrderLine.numbered(1);
        var lines = List.of(
                matched(AnInvoiceLine.at(1).of("6", "EA"), ordered),
                matched(AnInvoiceLine.at(2).of("5", "EA"), ordered));
        VendorInvoice invoice = AnInvoice.over().build();

        assertThat(InvoiceChecks.quantities(invoice, lines, Checks.USUAL))
                .satisfiesExactly(
                        why -> assertThat(why.message()).contains("11 ea are invoiced of line 1", "10 were ordered"));
    }

    @Test
    void a_credit_may_give_back_any_quantity() {
        var lines = List.of(matched(AnInvoiceLine.at(1).of("99", "EA"), AnOrderLine.numbered(1)));

        assertThat(InvoiceChecks.quantities(AnInvoice.over().asCredit().build(), lines, Checks.USUAL))
                .isEmpty();
    }

    private static PlacedCharges placed(VendorInvoice invoice, List<MatchedLine> lines) {
        return ChargePlacement.place(invoice, lines, Partners.ACME, ChargeTable.NONE);
    }

    private static List<Problem> total(VendorInvoice invoice) {
        List<MatchedLine> lines = invoice.lines().stream()
                .map(line -> {
                    OrderLine ordered = AnOrderLine.numbered(line.position()).build();
                    return new MatchedLine(line, Orders.open(ordered), ordered);
                })
                .toList();
        return InvoiceChecks.total(invoice, placed(invoice, lines), Checks.USUAL);
    }

    @ParameterizedTest
    @CsvSource({"99.52, true", "99.48, true", "99.53, false", "99.47, false", "99.50, true"})
    void the_total_of_one_line_may_be_off_by_two_tolerances(String total, boolean passes) {
        VendorInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1)).total(total).build();

        assertThat(codes(total(invoice))).isEqualTo(passes ? List.of() : List.of("total-out-of-balance"));
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, false"})
    void every_line_and_charge_adds_one_tolerance(int cents, boolean passes) {
        AnInvoice invoice = AnInvoice.over(AnInvoiceLine.at(1).charge("D240", "1.00"), AnInvoiceLine.at(2))
                .charge("F050", "2.00");
        BigDecimal total = invoice.build().computedTotal().add(BigDecimal.valueOf(cents, 2));

        assertThat(total(invoice.total(total.toPlainString()).build()).isEmpty())
                .isEqualTo(passes);
    }

    @Test
    void a_number_of_twenty_characters_fits_and_one_more_does_not() {
        assertThat(InvoiceChecks.numberFits(
                        AnInvoice.over().numbered("I".repeat(20)).build()))
                .isEmpty();
        assertThat(InvoiceChecks.numberFits(
                        AnInvoice.over().numbered("I".repeat(21)).build()))
                .extracting(Problem::code)
                .containsExactly("invoice-number-too-long");
    }

    @ParameterizedTest
    @CsvSource({"'', true", "00, true", "01, false", "05, false", "0, false"})
    void only_an_original_posts_by_itself(String purpose, boolean passes) {
        assertThat(codes(InvoiceChecks.purpose(AnInvoice.over().purpose(purpose).build())))
                .isEqualTo(passes ? List.of() : List.of("purpose-not-original"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-0.00"})
    void a_total_of_zero_is_not_posted_without_approval(String total) {
        assertThat(codes(InvoiceChecks.notEmpty(AnInvoice.over().total(total).build())))
                .containsExactly("total-zero");
        assertThat(InvoiceChecks.notEmpty(AnInvoice.over().total("0.01").build()))
                .isEmpty();
    }

    @Test
    void invoice_and_order_are_in_one_currency_where_the_invoice_says_one() {
        var lines = List.of(
                matched(AnInvoiceLine.at(1), AnOrderLine.numbered(1)),
                matched(AnInvoiceLine.at(2), AnOrderLine.numbered(2)));

        assertThat(InvoiceChecks.currency(AnInvoice.over().withoutCurrency().build(), lines))
                .isEmpty();
        assertThat(InvoiceChecks.currency(AnInvoice.over().build(), lines)).isEmpty();
        assertThat(InvoiceChecks.currency(AnInvoice.over().in("EUR").build(), lines))
                .satisfiesExactly(why -> assertThat(why.message()).contains("is in EUR", "in USD"));
    }

    @Test
    void an_invoice_that_says_no_currency_is_in_that_of_its_orders_if_they_have_one() {
        MatchedLine dollars = matched(AnInvoiceLine.at(1), AnOrderLine.numbered(1));
        OpenOrder open = dollars.order();
        OpenOrder inEuro = new OpenOrder(
                open.legalEntity(),
                "PO-EUR",
                open.vendor(),
                open.invoiceVendor(),
                new CurrencyCode("EUR"),
                open.standing(),
                open.lines());
        MatchedLine euro = new MatchedLine(AnInvoiceLine.at(2).build(), inEuro, dollars.orderLine());
        VendorInvoice silent = AnInvoice.over().withoutCurrency().build();

        assertThat(codes(InvoiceChecks.currency(silent, List.of(dollars, dollars))))
                .isEmpty();
        assertThat(codes(InvoiceChecks.currency(silent, List.of(dollars, euro))))
                .containsExactly("currency-differs");
    }

    @Test
    void what_dynamics_does_not_tell_of_an_order_line_is_neither_agreement_nor_mismatch() {
        AnInvoiceLine dear = AnInvoiceLine.at(1).of("77", "EA").priced("123.45");
        MatchedLine told = matched(dear, AnOrderLine.numbered(1));
        OpenOrder silent =
                told.order().matched(Map.of(1L, new LineMatching(Optional.empty(), BigDecimal.ZERO, false, false)));
        VendorInvoice invoice = AnInvoice.over(dear).build();
        List<MatchedLine> lines = List.of(new MatchedLine(told.line(), silent, told.orderLine()));

        assertThat(codes(InvoiceChecks.check(invoice, placed(invoice, List.of(told)), Checks.USUAL, NOW)
                        .mismatches()))
                .contains("price-differs", "quantity-differs");
        InvoiceChecks.Findings findings = InvoiceChecks.check(invoice, placed(invoice, lines), Checks.USUAL, NOW);
        assertThat(findings.mismatches()).isEmpty();
        assertThat(findings.untold()).singleElement().asString().contains("does not tell the price of line 1");
    }

    @Test
    void nothing_is_paid_that_was_cancelled_but_it_may_be_credited() {
        AnOrderLine cancelled = AnOrderLine.numbered(1).cancelled();

        assertThat(codes(InvoiceChecks.cancelledLines(List.of(matched(AnInvoiceLine.at(1), cancelled)))))
                .containsExactly("order-line-cancelled");
        assertThat(InvoiceChecks.cancelledLines(
                        List.of(matched(AnInvoiceLine.at(1).of("-1", "EA"), cancelled))))
                .isEmpty();
    }

    @Test
    void prices_stand_in_the_sentence_that_compares_them_and_nowhere_else() {
        AnInvoiceLine dear = AnInvoiceLine.at(1).of("77", "EA").priced("123.45").charge("D240", "67.89");
        VendorInvoice invoice =
                AnInvoice.over(dear).in("EUR").purpose("05").total("4567.89").build();
        List<MatchedLine> lines =
                List.of(matched(dear, AnOrderLine.numbered(1).at("98.76").cancelled()));
        InvoiceChecks.Findings findings = InvoiceChecks.check(invoice, placed(invoice, lines), Checks.USUAL, NOW);
        List<Problem> all = new ArrayList<>(findings.mismatches());
        all.addAll(findings.obstacles());

        assertThat(codes(all))
                .containsExactly(
                        "total-out-of-balance",
                        "price-differs",
                        "quantity-differs",
                        "purpose-not-original",
                        "currency-differs",
                        "order-line-cancelled",
                        "charge-unmapped");
        assertThat(all)
                .allSatisfy(problem ->
                        assertThat(problem.causeKey() + problem.details()).doesNotContain("123.45", "98.76"))
                .filteredOn(problem -> !problem.is(ProblemCode.PRICE_DIFFERS))
                .allSatisfy(problem -> assertThat(problem.message()).doesNotContain("123.45", "98.76"));
    }
}
