package io.mlconnector.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.detail.InvoiceDetails;
import io.mlconnector.domain.invoicing.detail.line.InvoiceLineDetails;
import io.mlconnector.domain.invoicing.document.InvoiceLine;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.domain.invoicing.matching.LineFacts;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.testing.contract.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of an order was invoiced, as far as the journal tells it. */
class LineQuantitiesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final UnitCode PIECES = new UnitCode("EA");

    private static AlignedLine line(long number, String item, String quantity) {
        OrderLine line = Trade.line(number, item, quantity, "2.50");
        return new AlignedLine(line, PIECES, List.of(new ProductId("BP", item), new ProductId("VN", "V-" + item)));
    }

    private static AlignedOrder order(AlignedLine... lines) {
        return new AlignedOrder(Trade.order(Trade.USMF, "PO-1", 1, TODAY), List.of(lines), "Contoso", "Acme Foods");
    }

    private static InvoiceLine billed(String number, String order, String quantity, String unit, String product) {
        return new InvoiceLine(
                1,
                Optional.of(number).filter(text -> !text.isEmpty()),
                Optional.of(order).filter(text -> !text.isEmpty()),
                new BigDecimal(quantity),
                new UnitCode(unit),
                new Price(new BigDecimal("2.50"), BigDecimal.ONE),
                List.of(new ProductId("VN", product)),
                "",
                List.of(),
                List.of(),
                InvoiceLineDetails.NONE);
    }

    /** What an older version examined: nothing was written down of its lines. */
    private static LineQuantities.Billed invoice(VendorInvoice.Kind kind, InvoiceLine... lines) {
        return new LineQuantities.Billed(read(kind, lines), List.of());
    }

    private static HistoryEntry matched(String orderLine, String unit, String now) {
        return HistoryEntry.entry(
                Instant.EPOCH,
                LineFacts.MATCHED,
                "Of line …",
                Map.of("order", "po-1", "orderLine", orderLine, "lines", "1", "unit", unit, "now", now));
    }

    private static VendorInvoice read(VendorInvoice.Kind kind, InvoiceLine... lines) {
        return new VendorInvoice(
                "INV-1",
                TODAY,
                kind,
                "",
                Optional.of("po-1"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(lines),
                List.of(),
                List.of(),
                BigDecimal.ONE,
                InvoiceDetails.NONE);
    }

    private static List<String> invoiced(LineQuantities quantities) {
        return quantities.lines().stream()
                .map(one -> one.number() + " " + one.item() + ": "
                        + one.invoiced().toPlainString() + " of "
                        + one.ordered().toPlainString() + ", open " + one.open().toPlainString())
                .toList();
    }

    @Test
    void invoices_add_up_and_credit_notes_take_away() {
        LineQuantities quantities = LineQuantities.of(
                order(line(1, "A-1", "10"), line(2, "B-2", "4")),
                List.of(
                        invoice(
                                VendorInvoice.Kind.INVOICE,
                                billed("", "", "6", "EA", "V-A-1"),
                                billed("", "", "5", "EA", "V-B-2")),
                        invoice(VendorInvoice.Kind.CREDIT_NOTE, billed("", "", "-2", "EA", "V-A-1"))));

        assertThat(invoiced(quantities)).containsExactly("1 A-1: 4 of 10, open 6", "2 B-2: 5 of 4, open -1");
        assertThat(quantities.unmatched()).isZero();
    }

    @Test
    void lines_that_bill_another_order_do_not_count() {
        LineQuantities quantities = LineQuantities.of(
                order(line(1, "A-1", "10")),
                List.of(invoice(VendorInvoice.Kind.INVOICE, billed("1", "PO-2", "6", "EA", "V-A-1"))));

        assertThat(invoiced(quantities)).containsExactly("1 A-1: 0 of 10, open 10");
        assertThat(quantities.unmatched()).isZero();
    }

    @Test
    void of_two_lines_with_one_product_the_number_decides_and_without_it_nothing_is_guessed() {
        LineQuantities quantities = LineQuantities.of(
                order(line(1, "A-1", "10"), line(2, "A-1", "4")),
                List.of(invoice(
                        VendorInvoice.Kind.INVOICE,
                        billed("002", "", "3", "EA", "V-A-1"),
                        billed("", "", "1", "EA", "V-A-1"),
                        billed("1", "", "1", "CA", "V-A-1"))));

        assertThat(invoiced(quantities)).containsExactly("1 A-1: 0 of 10, open 10", "2 A-1: 3 of 4, open 1");
        assertThat(quantities.unmatched()).isEqualTo(2);
    }

    @Test
    void a_line_in_another_unit_counts_as_it_was_matched_last_when_it_was_examined() {
        AlignedOrder order = order(line(1, "A-1", "90"));
        String unit = order.lines().getFirst().line().quantity().unit().symbol();

        LineQuantities quantities = LineQuantities.of(
                order,
                List.of(new LineQuantities.Billed(
                        read(VendorInvoice.Kind.INVOICE, billed("", "", "6", "BX", "V-A-1")),
                        List.of(matched("1", unit, "6"), matched("1", unit, "60")))));

        assertThat(invoiced(quantities)).containsExactly("1 A-1: 60 of 90, open 30");
        assertThat(quantities.unmatched()).isZero();
    }

    @Test
    void what_was_matched_in_a_unit_that_the_line_has_no_more_is_not_counted_but_told() {
        LineQuantities quantities = LineQuantities.of(
                order(line(1, "A-1", "90")),
                List.of(new LineQuantities.Billed(
                        read(VendorInvoice.Kind.INVOICE, billed("", "", "6", "BX", "V-A-1")),
                        List.of(matched("1", "kg", "60")))));

        assertThat(invoiced(quantities)).containsExactly("1 A-1: 0 of 90, open 90");
        assertThat(quantities.unmatched()).isEqualTo(1);
    }
}
