package io.mlconnector.domain.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReference.Kind;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.fixture.AnInvoice;
import io.mlconnector.domain.fixture.AnInvoiceLine;
import io.mlconnector.domain.fixture.AnOrderLine;
import io.mlconnector.domain.fixture.Orders;
import io.mlconnector.domain.fixture.Partners;
import io.mlconnector.domain.invoicing.document.MatchedLine;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.words.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceAlignmentTest {

    private static final OrderLine CHIPS = AnOrderLine.numbered(1).build();
    private static final OrderLine SALSA = AnOrderLine.numbered(2).build();

    private CrossReferences references = CrossReferences.NONE;

    private InvoiceAlignment.Result align(AnInvoice invoice, OpenOrder... orders) {
        return InvoiceAlignment.align(invoice.build(), Partners.acme(), List.of(orders), ProductFacts.NONE, references);
    }

    private static OpenOrder second(OrderLine... lines) {
        return Orders.open(Partners.USMF, "PO-000472", Partners.ACME_IN_USMF, lines);
    }

    @Test
    void every_line_is_matched_with_the_reason_for_each() {
        InvoiceAlignment.Result result =
                align(AnInvoice.over(AnInvoiceLine.at(1), AnInvoiceLine.at(2)), Orders.open(CHIPS, SALSA));

        assertThat(result.problems()).isEmpty();
        assertThat(result.lines()).extracting(MatchedLine::orderLine).containsExactly(CHIPS, SALSA);
        assertThat(result.reasons())
                .filteredOn(reason -> reason.rule().equals("order-of-vendor"))
                .hasSize(1);
        assertThat(result.reasons())
                .filteredOn(reason -> reason.rule().equals("order-line-unit"))
                .hasSize(2);
    }

    @Test
    void the_orders_of_an_invoice_are_named_once_each_in_their_order() {
        AnInvoice invoice = AnInvoice.over(
                AnInvoiceLine.at(1).ofOrder("PO-000472"),
                AnInvoiceLine.at(2),
                AnInvoiceLine.at(3).ofOrder(" po-000471 "));

        assertThat(InvoiceAlignment.orderNumbers(invoice.build())).containsExactly(Orders.NUMBER, "PO-000472");
        assertThat(InvoiceAlignment.orderNumbers(AnInvoice.over().withoutOrder().build()))
                .isEmpty();
    }

    @Test
    void the_order_of_a_line_wins_over_the_order_of_the_invoice() {
        InvoiceAlignment.Result result =
                align(AnInvoice.over(AnInvoiceLine.at(1).ofOrder("PO-000472")), Orders.open(CHIPS), second(CHIPS));

        assertThat(result.lines()).extracting(MatchedLine::orderLineKey).containsExactly("PO-000472:1");
    }

    @Test
    void a_line_of_one_order_is_not_used_up_by_the_same_line_of_another() {
        OrderLine again = AnOrderLine.numbered(2).item("ITEM-1").of("77", "ea").build();
        AnInvoiceLine ofFirst = AnInvoiceLine.at(1).withoutLineNumber();
        AnInvoiceLine ofSecond =
                AnInvoiceLine.at(2).withoutLineNumber().named("BP:ITEM-1").ofOrder("PO-000472");

        assertThat(align(AnInvoice.over(ofFirst, ofSecond), Orders.open(CHIPS, again), second(CHIPS, again))
                        .lines())
                .extracting(MatchedLine::orderLineKey)
                .containsExactly("PO-000471:1", "PO-000472:1");
    }

    @Test
    void an_invoice_without_lines_is_tied_to_nothing() {
        assertThat(align(AnInvoice.over(), Orders.open(CHIPS)).problems())
                .extracting(Problem::code)
                .containsExactly("no-lines");
    }

    @Test
    void an_unknown_order_is_said_once_however_many_lines_name_it() {
        assertThat(align(AnInvoice.over(AnInvoiceLine.at(1), AnInvoiceLine.at(2)))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("order-unknown");
    }

    @Test
    void all_problems_are_named_at_once() {
        AnInvoice invoice = AnInvoice.over(
                AnInvoiceLine.at(1).named("BP:ITEM-9"),
                AnInvoiceLine.at(2).of("1", "CA"),
                AnInvoiceLine.at(3).withoutLineNumber().named(),
                AnInvoiceLine.at(4).ofOrder("PO-7"));

        assertThat(align(invoice, Orders.open(CHIPS, SALSA)).problems())
                .extracting(Problem::code)
                .containsExactly("item-unknown", "unit-unknown", "line-unresolved", "order-unknown");
    }

    @Test
    void a_unit_agreed_to_mean_another_than_the_orders_is_a_difference() {
        references = new CrossReferences(List.of(CrossReference.always(Partners.ACME, Kind.UNIT, "CT", "cs")));

        assertThat(align(AnInvoice.over(AnInvoiceLine.at(1).of("1", "CT")), Orders.open(CHIPS))
                        .problems())
                .satisfiesExactly(why -> {
                    assertThat(why.code()).isEqualTo("unit-unknown");
                    assertThat(why.message()).contains("invoiced in cs, the order line in ea");
                });
    }

    @Test
    void a_unit_agreed_to_mean_the_orders_is_taken() {
        references = new CrossReferences(List.of(CrossReference.always(Partners.ACME, Kind.UNIT, "CT", "EA")));

        assertThat(align(AnInvoice.over(AnInvoiceLine.at(1).of("1", "CT")), Orders.open(CHIPS))
                        .problems())
                .isEmpty();
    }

    @Test
    void an_invoice_belongs_to_one_legal_entity() {
        OpenOrder british = Orders.open(Partners.GBSI, "GB-1", Partners.ACME_IN_GBSI, SALSA);
        AnInvoice invoice =
                AnInvoice.over(AnInvoiceLine.at(1), AnInvoiceLine.at(2).ofOrder("GB-1"));

        assertThat(align(invoice, Orders.open(CHIPS), british).problems()).satisfiesExactly(why -> {
            assertThat(why.code()).isEqualTo("several-legal-entities");
            assertThat(why.message()).contains(AnInvoice.NUMBER, "[usmf, gbsi]");
        });
    }
}
