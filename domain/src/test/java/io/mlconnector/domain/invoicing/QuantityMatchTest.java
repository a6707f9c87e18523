package io.mlconnector.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.agreement.InvoiceAgreement.Checks;
import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import io.mlconnector.domain.agreement.InvoiceAgreement.OnMismatch;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.invoicing.document.LineMatching;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.words.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuantityMatchTest {

    private static final InvoiceToPost INVOICE = Invoices.toPost(1);
    private static final InvoiceToPost.Line LINE = INVOICE.lines().getFirst();
    private static final Checks TWO_WAY = new Checks(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, OnMismatch.HOLD, Matching.TWO_WAY, Map.of(), Map.of());

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
        return QuantityMatch.compare(INVOICE, List.of(order), Map.of(LINE.orderNumber(), evidence), checks)
                .problems();
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
        return QuantityMatch.compare(credit, List.of(ordered(10)), Map.of(LINE.orderNumber(), evidence), Checks.USUAL)
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
                Set.of());
    }

    @Test
    void other_lines_and_other_units_do_not_count_and_nothing_is_guessed_where_nothing_is_told() {
        Quantity pallets = new Quantity(BigDecimal.TEN, new UnitSymbol("pallet"));
        OrderEvidence elsewhere = new OrderEvidence(
                Optional.of(List.of(new InvoicedQuantity(99, of(10), "VIH-7"))),
                Optional.of(List.of(new InvoicedQuantity(LINE.orderLine(), pallets, "INV-1"))),
                Optional.empty());
        assertThat(problems(ordered(10), elsewhere, Checks.USUAL)).isEmpty();
        assertThat(problems(ordered(10), OrderEvidence.NONE, Checks.USUAL)).isEmpty();
    }

    @Test
    void the_numbers_of_each_line_are_told() {
        assertThat(QuantityMatch.compare(
                                INVOICE,
                                List.of(ordered(30)),
                                Map.of(LINE.orderNumber(), evidence(3, 4, 20)),
                                Checks.USUAL)
                        .told())
                .containsExactly("Of line " + LINE.orderLine() + " of order " + LINE.orderNumber()
                        + " 30 ea are ordered, 20 received, invoiced before: 3 pending and 4 posted, now 10");
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
