package io.mlconnector.domain.invoicing.written;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.fixture.Invoices;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.heading.HeaderFields;
import io.mlconnector.domain.invoicing.written.WrittenInvoice.Charge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostedDifferencesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final WrittenInvoice MEANT = new WrittenInvoice(
            "1001",
            "INV-1",
            Optional.of(DAY),
            "USD",
            amount("119.50"),
            amount("0.00"),
            List.of(meant(1, 1, "6", "60.00"), meant(2, 1, "4", "40.00"), meant(3, 2, "1", "7.50")),
            List.of(new Charge(1, 0, "FREIGHT", new BigDecimal("12.00"))));

    private static Optional<BigDecimal> amount(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static WrittenInvoice.Line meant(int number, long orderLine, String quantity, String net) {
        return new WrittenInvoice.Line(number, "PO-1", orderLine, new BigDecimal(quantity), "ea", amount(net));
    }

    private static PostedInvoice.Line posted(String order, long orderLine, String quantity, String unit, String net) {
        return new PostedInvoice.Line(order, orderLine, new BigDecimal(quantity), unit, amount(net));
    }

    private static PostedInvoice posted(PostedInvoice.Line... lines) {
        return totals("119.50", "119.50", "0", lines);
    }

    private static PostedInvoice totals(String stated, String total, String tax, PostedInvoice.Line... lines) {
        return new PostedInvoice(
                "1001", "INV-1", Optional.of(DAY), "USD", amount(stated), amount(total), amount(tax), List.of(lines));
    }

    private static List<String> of(PostedInvoice found) {
        return PostedDifferences.of(MEANT, found);
    }

    @Test
    void lines_of_one_order_line_are_added_up_in_whatever_pieces_they_were_posted() {
        assertThat(of(posted(posted("po-1", 2, "1.0", "EA", "7.5"), posted("PO-1", 1, "10", "ea", "100"))))
                .isEmpty();
        assertThat(of(posted(
                        posted("PO-1", 1, "5", "ea", "50"),
                        posted("PO-1", 1, "5", "ea", "50"),
                        posted("PO-1", 2, "1", "", ""))))
                .isEmpty();
    }

    @Test
    void what_the_journal_does_not_tell_is_no_difference() {
        assertThat(of(new PostedInvoice(
                        "1001",
                        "INV-1",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.of(BigDecimal.ZERO),
                        Optional.empty(),
                        List.of())))
                .isEmpty();
    }

    @Test
    void header_and_lines_are_told_with_both_values() {
        assertThat(of(new PostedInvoice(
                        "9",
                        "INV-2",
                        Optional.of(DAY.plusDays(1)),
                        "EUR",
                        amount("100"),
                        amount("99"),
                        amount("3.10"),
                        List.of(posted("PO-1", 1, "9", "box", "90.00"), posted("PO-2", 4, "2", "ea", "1.00")))))
                .containsExactly(
                        "vendor account: 1001 meant, 9 in F&O",
                        "invoice number: INV-1 meant, INV-2 in F&O",
                        "invoice date: 2026-03-02 meant, 2026-03-03 in F&O",
                        "currency: USD meant, EUR in F&O",
                        "total: 119.50 meant, 100.00 in F&O",
                        "posted total: 119.50 meant, 99.00 in F&O",
                        "tax: 0.00 meant, 3.10 in F&O",
                        "order PO-1 line 1 quantity: 10 meant, 9 in F&O",
                        "order PO-1 line 1 unit: ea meant, box in F&O",
                        "order PO-1 line 1 net amount: 100.00 meant, 90.00 in F&O",
                        "order PO-1 line 2 quantity: 1 meant, none in F&O",
                        "order PO-2 line 4: not meant, quantity 2 in F&O");
    }

    @Test
    void the_posted_total_may_be_what_the_vendor_stated_or_what_the_parts_add_up_to() {
        WrittenInvoice allowed = new WrittenInvoice(
                MEANT.vendor(),
                MEANT.number(),
                MEANT.date(),
                MEANT.currency(),
                amount("119.52"),
                MEANT.tax(),
                MEANT.lines(),
                MEANT.charges());
        assertThat(PostedDifferences.of(allowed, totals("119.52", "119.50", "0")))
                .isEmpty();
        assertThat(PostedDifferences.of(allowed, totals("119.52", "119.52", "0")))
                .isEmpty();
        assertThat(PostedDifferences.of(allowed, totals("119.52", "119.51", "0")))
                .containsExactly("posted total: 119.52 meant, 119.51 in F&O");
    }

    @Test
    void terms_days_and_document_number_tell_no_invoice_from_another_because_dynamics_may_change_them() {
        InvoiceToPost plain = Invoices.toPost();
        InvoiceToPost filled = new InvoiceToPost(
                plain.legalEntity(),
                plain.vendor(),
                plain.number(),
                plain.date(),
                plain.currency(),
                plain.orderNumber(),
                plain.total(),
                plain.tax(),
                plain.mark(),
                plain.lines(),
                plain.charges(),
                plain.waived(),
                new HeaderFields(Optional.of(plain.date()), "N030", Optional.of(plain.date()), "BOL-77"));
        assertThat(filled.written()).isEqualTo(plain.written());
    }
}
