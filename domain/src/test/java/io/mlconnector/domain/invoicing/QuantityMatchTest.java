package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InvoiceAgreement.Check;
import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.Level;
import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.fixture.Problems;
import io.mlconnector.domain.invoicing.document.LineMatching;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.invoicing.matching.LineFacts;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.conversion.UnitConversion;
import io.mlconnector.domain.trade.conversion.UnitConversions;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuantityMatchTest {

    private static final InvoiceToPost INVOICE = Invoices.toPost(1);
    private static final InvoiceToPost.Line LINE = INVOICE.lines().getFirst();
    private static final Checks TWO_WAY = new Checks(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, OnMismatch.HOLD, Matching.TWO_WAY, Map.of(), Map.of());

    private static final UnitConversions CASES = new UnitConversions(List.of(new UnitConversion(
            Optional.empty(), new UnitSymbol("cs"), LINE.quantity().unit(), UnitConversion.Factor.of(5, 1))));

    /** The invoice bills ten of it, in this unit. */
    private static OpenOrder ordered(int quantity) {
        return Orders.open(
                INVOICE.legalEntity(),
                LINE.orderNumber(),
                INVOICE.vendor(),
                AnOrderLine.numbered(LINE.orderLine())
                        .of(Integer.toString(quantity), LINE.quantity().unit().symbol())
                        .build());
    }

    private static OpenOrder matched(OpenOrder order, Matching policy, String overDelivery) {
        return order.matched(
                Map.of(LINE.orderLine(), new LineMatching(Optional.of(policy), new BigDecimal(overDelivery))));
    }

    private static Quantity of(int amount) {
        return new Quantity(BigDecimal.valueOf(amount), LINE.quantity().unit());
    }

    private static List<InvoicedQuantity> invoiced(int amount) {
        return List.of(new InvoicedQuantity(LINE.orderLine(), of(amount), "VIH-7"));
    }

    private static OrderEvidence evidence(int pending, int posted, int received) {
        return new OrderEvidence(
                Optional.of(invoiced(pending)),
                Optional.of(invoiced(posted)),
                Optional.of(List.of(new ReceivedQuantity(LINE.orderLine(), of(received), "PR-1"))));
    }

    private static List<Problem> problems(OpenOrder order, OrderEvidence evidence, Checks checks) {
        return QuantityMatch.compare(INVOICE, List.of(order), Map.of(LINE.orderNumber(), evidence), checks, CASES)
                .problems();
    }

    @Test
    void what_was_said_of_the_orders_alone_is_not_said_any_more_where_other_invoices_speak_against_it() {
        String said = "Invoice agrees with its order";
        Examination.Passed passed =
                new Examination.Passed(INVOICE, List.of(HistoryEntry.entry(Problems.NOON, "checked", said)));
        OpenOrder order = ordered(10);

        assertThat(compared(passed, order, evidence(10, 0, 10)))
                .isInstanceOfSatisfying(
                        Examination.Stopped.class,
                        stopped -> assertThat(stopped.history())
                                .extracting(HistoryEntry::event)
                                .contains("matched")
                                .doesNotContain("checked"));
        assertThat(compared(passed, order, evidence(0, 0, 10)))
                .isInstanceOfSatisfying(
                        Examination.Passed.class,
                        agreeing -> assertThat(agreeing.history())
                                .filteredOn(entry -> entry.event().equals("checked"))
                                .singleElement()
                                .extracting(HistoryEntry::message)
                                .asString()
                                .isNotEqualTo(said)
                                .contains("agrees with its order"));
    }

    private static Examination compared(Examination.Passed passed, OpenOrder order, OrderEvidence known) {
        return InvoiceExamination.compared(
                passed,
                Partners.acme(),
                List.of(order),
                new InvoiceExamination.Evidence(Map.of(LINE.orderNumber(), known), List.of(), List.of()),
                Problems.NOON);
    }

    @Test
    void an_order_line_of_which_nobody_tells_how_much_is_ordered_is_compared_with_what_was_received_only() {
        OpenOrder silent = ordered(1)
                .matched(Map.of(
                        LINE.orderLine(),
                        new LineMatching(Optional.of(Matching.THREE_WAY), BigDecimal.ZERO, true, false)));
        QuantityMatch.Result enough = QuantityMatch.compare(
                INVOICE, List.of(silent), Map.of(LINE.orderNumber(), evidence(5, 0, 15)), TWO_WAY, CASES);
        assertThat(enough.problems()).isEmpty();
        assertThat(enough.told()).first().asString().contains("(not told) ea are ordered, 15 received");
        assertThat(enough.uncounted()).first().asString().contains("does not tell how much is ordered");
        assertThat(problems(silent, evidence(5, 0, 14), TWO_WAY))
                .extracting(Problem::code)
                .containsExactly("received-less");
    }

    @Test
    void an_order_that_is_billed_again_under_another_number_is_seen_whether_the_first_invoice_is_pending_or_posted() {
        for (OrderEvidence before : List.of(evidence(10, 0, 10), evidence(0, 10, 10), evidence(5, 5, 10))) {
            assertThat(problems(ordered(10), before, TWO_WAY)).singleElement().satisfies(why -> {
                assertThat(why.code()).isEqualTo("invoiced-before");
                assertThat(why.message()).contains(LINE.orderNumber(), "10 ea are ordered", "another number");
            });
        }
    }

    @Test
    void part_after_part_may_be_billed_up_to_what_was_ordered() {
        assertThat(problems(ordered(20), evidence(4, 6, 20), TWO_WAY)).isEmpty();
        assertThat(problems(ordered(20), evidence(5, 6, 20), TWO_WAY)).hasSize(1);
    }

    @Test
    void what_was_credited_may_be_billed_again() {
        assertThat(problems(ordered(10), evidence(-10, 10, 10), TWO_WAY)).isEmpty();
    }

    @Test
    void more_than_was_received_is_seen_where_the_line_is_matched_three_ways() {
        OpenOrder order = ordered(10);
        assertThat(problems(order, evidence(0, 0, 2), Checks.USUAL))
                .singleElement()
                .satisfies(why -> {
                    assertThat(why.code()).isEqualTo("received-less");
                    assertThat(why.message()).contains("2 received", "now 10");
                });
        assertThat(problems(matched(order, Matching.THREE_WAY, "0"), evidence(0, 0, 2), TWO_WAY))
                .hasSize(1);
        assertThat(problems(order, evidence(0, 0, 2), TWO_WAY)).isEmpty();
        assertThat(problems(matched(order, Matching.TWO_WAY, "0"), evidence(0, 0, 2), Checks.USUAL))
                .isEmpty();
    }

    @Test
    void what_was_received_is_billed_once() {
        assertThat(problems(ordered(40), evidence(0, 10, 20), Checks.USUAL)).isEmpty();
        assertThat(problems(ordered(40), evidence(1, 10, 20), Checks.USUAL))
                .extracting(Problem::code)
                .containsExactly("received-less");
    }

    @Test
    void goods_of_which_nothing_came_yet_are_another_finding() {
        assertThat(problems(ordered(10), evidence(0, 0, 0), Checks.USUAL))
                .extracting(Problem::code)
                .containsExactly("not-received");
    }

    @Test
    void what_may_be_delivered_on_top_may_be_billed() {
        OpenOrder order = matched(ordered(10), Matching.THREE_WAY, "0.1");
        assertThat(problems(order, evidence(1, 0, 11), Checks.USUAL)).isEmpty();
        assertThat(problems(order, evidence(2, 0, 12), Checks.USUAL))
                .extracting(Problem::code)
                .containsExactly("invoiced-before");
    }

    @Test
    void a_credit_takes_back_no_more_than_was_invoiced() {
        InvoiceToPost credit = negative();
        assertThat(credited(credit, evidence(0, 9, 0)))
                .extracting(Problem::code)
                .containsExactly("credit-exceeds-invoiced");
        assertThat(credited(credit, evidence(0, 10, 0))).isEmpty();
        assertThat(credited(credit, OrderEvidence.NONE)).isEmpty();
    }

    private static List<Problem> credited(InvoiceToPost credit, OrderEvidence evidence) {
        return QuantityMatch.compare(
                        credit, List.of(ordered(10)), Map.of(LINE.orderNumber(), evidence), Checks.USUAL, CASES)
                .problems();
    }

    private static InvoiceToPost negative() {
        InvoiceToPost.Line line = new InvoiceToPost.Line(
                1,
                LINE.orderNumber(),
                LINE.orderLine(),
                LINE.item(),
                LINE.category(),
                LINE.description(),
                of(-10),
                LINE.price(),
                LINE.netAmount().negate());
        return new InvoiceToPost(
                INVOICE.legalEntity(),
                INVOICE.vendor(),
                INVOICE.number(),
                INVOICE.date(),
                INVOICE.currency(),
                INVOICE.orderNumber(),
                INVOICE.total().negate(),
                INVOICE.tax(),
                INVOICE.mark(),
                List.of(line),
                List.of(),
                Set.of());
    }

    @Test
    void other_lines_do_not_count_and_nothing_is_guessed_where_nothing_is_told() {
        OrderEvidence elsewhere = new OrderEvidence(
                Optional.of(List.of(new InvoicedQuantity(99, of(10), "VIH-7"))),
                Optional.of(List.of()),
                Optional.empty());
        assertThat(problems(ordered(10), elsewhere, Checks.USUAL)).isEmpty();
        assertThat(problems(ordered(10), OrderEvidence.NONE, Checks.USUAL)).isEmpty();
    }

    private static Quantity in(int amount, String unit) {
        return new Quantity(BigDecimal.valueOf(amount), new UnitSymbol(unit));
    }

    private static List<InvoicedQuantity> invoiced(Quantity quantity) {
        return List.of(new InvoicedQuantity(LINE.orderLine(), quantity, "VIH-7"));
    }

    private static Optional<List<ReceivedQuantity>> receipts(Quantity... quantities) {
        return Optional.of(Stream.of(quantities)
                .map(one -> new ReceivedQuantity(LINE.orderLine(), one, "PR-1"))
                .toList());
    }

    @Test
    void what_was_invoiced_and_received_in_cases_counts_as_the_pieces_that_it_is() {
        for (OrderEvidence before : List.of(
                new OrderEvidence(Optional.of(invoiced(in(2, "cs"))), Optional.of(List.of()), receipts(of(10))),
                new OrderEvidence(Optional.of(List.of()), Optional.of(invoiced(in(2, "CS"))), receipts(of(10))))) {
            assertThat(problems(ordered(10), before, Checks.USUAL))
                    .singleElement()
                    .satisfies(why -> {
                        assertThat(why.code()).isEqualTo("invoiced-before");
                        assertThat(why.message()).contains("10 p", "now 10");
                    });
            assertThat(problems(ordered(20), before, TWO_WAY)).isEmpty();
        }
        OrderEvidence cases = new OrderEvidence(Optional.of(List.of()), Optional.of(List.of()), receipts(in(2, "cs")));
        assertThat(problems(ordered(10), cases, Checks.USUAL)).isEmpty();
        OrderEvidence one = new OrderEvidence(Optional.of(List.of()), Optional.of(List.of()), receipts(in(1, "cs")));
        assertThat(problems(ordered(10), one, Checks.USUAL))
                .extracting(Problem::code)
                .containsExactly("received-less");
    }

    @Test
    void thirds_add_up_to_a_whole() {
        UnitConversions thirds = new UnitConversions(List.of(new UnitConversion(
                Optional.empty(), LINE.quantity().unit(), new UnitSymbol("pc"), UnitConversion.Factor.of(3, 1))));
        OrderEvidence pieces = new OrderEvidence(
                Optional.of(List.of()), Optional.of(List.of()), receipts(in(10, "pc"), in(19, "pc"), in(1, "pc")));
        OrderEvidence fewer =
                new OrderEvidence(Optional.of(List.of()), Optional.of(List.of()), receipts(in(10, "pc"), in(19, "pc")));
        List<OpenOrder> orders = List.of(ordered(10));
        assertThat(QuantityMatch.compare(INVOICE, orders, Map.of(LINE.orderNumber(), pieces), Checks.USUAL, thirds)
                        .problems())
                .isEmpty();
        assertThat(QuantityMatch.compare(INVOICE, orders, Map.of(LINE.orderNumber(), fewer), Checks.USUAL, thirds)
                        .problems())
                .singleElement()
                .satisfies(why -> assertThat(why.message()).contains("29/3 received"));
    }

    @Test
    void what_cannot_be_converted_holds_the_invoice_and_is_named() {
        OrderEvidence before =
                new OrderEvidence(Optional.of(List.of()), Optional.of(invoiced(in(1, "pallet"))), receipts(of(10)));
        assertThat(problems(ordered(10), before, Checks.USUAL)).singleElement().satisfies(why -> {
            assertThat(why.code()).isEqualTo("invoiced-before");
            assertThat(why.message()).contains("0 and 1 pallet posted", "converts no pallet to ea");
        });
        OrderEvidence receipt =
                new OrderEvidence(Optional.of(List.of()), Optional.of(List.of()), receipts(in(1, "pallet")));
        assertThat(problems(ordered(10), receipt, Checks.USUAL)).singleElement().satisfies(why -> {
            assertThat(why.code()).isEqualTo("received-less");
            assertThat(why.message()).contains("0 and 1 pallet received");
        });
        assertThat(credited(negative(), before))
                .singleElement()
                .satisfies(why -> assertThat(why.code()).isEqualTo("credit-exceeds-invoiced"));
    }

    @Test
    void what_cannot_be_converted_and_changes_nothing_is_told() {
        OrderEvidence enough =
                new OrderEvidence(Optional.of(List.of()), Optional.of(List.of()), receipts(of(10), in(1, "pallet")));
        QuantityMatch.Result result = QuantityMatch.compare(
                INVOICE, List.of(ordered(10)), Map.of(LINE.orderNumber(), enough), Checks.USUAL, CASES);
        assertThat(result.problems()).isEmpty();
        assertThat(result.uncounted()).singleElement().asString().contains("converts no pallet to ea");
        OrderEvidence takenBack =
                new OrderEvidence(Optional.of(List.of()), Optional.of(List.of()), receipts(of(10), in(-1, "pallet")));
        assertThat(problems(ordered(10), takenBack, Checks.USUAL))
                .extracting(Problem::code)
                .containsExactly("received-less");
    }

    @Test
    void what_nobody_looks_for_hides_nothing() {
        Checks off = new Checks(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                OnMismatch.HOLD,
                Matching.THREE_WAY,
                Map.of(Check.INVOICED, Level.OFF),
                Map.of());
        assertThat(problems(ordered(10), evidence(0, 10, 10), off))
                .extracting(Problem::code)
                .containsExactly("received-less");
    }

    @Test
    void the_numbers_of_each_line_are_told() {
        assertThat(QuantityMatch.compare(
                                INVOICE,
                                List.of(ordered(30)),
                                Map.of(LINE.orderNumber(), evidence(3, 4, 20)),
                                Checks.USUAL,
                                CASES)
                        .told())
                .extracting(LineFacts::sentence)
                .containsExactly("Of line " + LINE.orderLine() + " of order " + LINE.orderNumber()
                        + " 30 ea are ordered, 20 received, invoiced before: 3 pending and 4 posted, now 10");
    }

    @Test
    void the_numbers_of_each_line_are_kept_by_name_and_what_nobody_tells_is_missing() {
        OrderEvidence untold =
                new OrderEvidence(Optional.of(invoiced(3)), Optional.empty(), receipts(of(8), in(1, "plt")));
        LineFacts facts = QuantityMatch.compare(
                        INVOICE, List.of(ordered(30)), Map.of(LINE.orderNumber(), untold), Checks.USUAL, CASES)
                .told()
                .getFirst();

        assertThat(facts.lines()).containsExactly(LINE.number());
        assertThat(facts.details())
                .containsEntry("ordered", "30")
                .containsEntry("received", "8 and 1 plt")
                .containsEntry("pending", "3")
                .containsEntry("now", "10")
                .doesNotContainKey("posted");
    }

    @Test
    void an_invoice_passes_exactly_if_all_together_keep_to_ordered_and_received() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            int ordered = random.nextInt(40);
            int received = 1 + random.nextInt(40);
            int pending = random.nextInt(20);
            int posted = random.nextInt(20);
            int before = pending + posted;
            boolean right = before + 10 <= received && (before == 0 || before + 10 <= ordered);
            assertThat(problems(ordered(ordered), evidence(pending, posted, received), Checks.USUAL)
                            .isEmpty())
                    .as("ordered %d, received %d, pending %d, posted %d", ordered, received, pending, posted)
                    .isEqualTo(right);
        }
    }
}
