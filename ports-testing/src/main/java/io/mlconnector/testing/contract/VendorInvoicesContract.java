package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.ExistingInvoice.Place;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.written.InvoiceDifferences;
import io.mlconnector.domain.invoicing.written.PostedDifferences;
import io.mlconnector.domain.invoicing.written.PostedInvoice;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.erp.InvoiceWrite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What every place for vendor invoices must do. F&O knows vendors V-1 and V-2, and of each vendor V-n order PO-n with
 * lines 1 to 3 for item A-1, in both legal entities; there is no line 99. It has the charges codes FREIGHT and DISCOUNT, not NO-SUCH. It takes header references of ours, and refuses
 * a number that a vendor used before.
 */
public abstract class VendorInvoicesContract
        implements InvoiceChargesContract, InvoicedOrdersContract, InvoiceExchangeContract {

    /** Another vendor than the usual one. */
    static final VendorAccount OTHER = new VendorAccount("V-2");

    /** An invoice with lines that bill these order lines. */
    public static InvoiceToPost invoice(
            LegalEntity legalEntity, VendorAccount vendor, String number, long... orderLines) {
        String order = "PO-" + vendor.number().substring(2);
        List<InvoiceToPost.Line> lines = java.util.stream.IntStream.range(0, orderLines.length)
                .mapToObj(i -> new InvoiceToPost.Line(
                        i + 1,
                        order,
                        orderLines[i],
                        Optional.of(new ItemNumber("A-1")),
                        "",
                        "Größe “L” – 3\"",
                        new Quantity(new BigDecimal("2"), new UnitSymbol("ea")),
                        Price.each(new BigDecimal("2.5")),
                        new BigDecimal("5.00")))
                .toList();
        return new InvoiceToPost(
                legalEntity,
                vendor,
                number,
                LocalDate.of(2026, 3, 2),
                new CurrencyCode("USD"),
                order,
                new BigDecimal("5.00").multiply(BigDecimal.valueOf(orderLines.length)),
                new BigDecimal("0.00"),
                "mlc-" + number.toLowerCase(java.util.Locale.ROOT),
                lines,
                List.of(),
                Set.of());
    }

    private List<ExistingInvoice> found(InvoiceToPost invoice) {
        return done(vendorInvoices().find(invoice.legalEntity(), invoice.vendor(), invoice.number()));
    }

    private Set<Integer> lines(String reference) {
        return done(vendorInvoices().parts(VendorInvoicesBench.invoice("INV-1", 1), reference));
    }

    @Test
    void an_invoice_that_nobody_created_is_not_found() {
        assertThat(found(VendorInvoicesBench.invoice("INV-1", 1))).isEmpty();
        assertThat(done(vendorInvoices().parts(VendorInvoicesBench.invoice("INV-1", 1), "no-such-reference")))
                .isEmpty();
    }

    @Test
    void a_whole_invoice_is_found_under_its_mark_with_all_lines() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 2, 3);
        assertThat(done(vendorInvoices().createWhole(invoice))).isEqualTo(invoice.mark());
        assertThat(found(invoice)).singleElement().satisfies(existing -> {
            assertThat(existing.place()).isEqualTo(Place.PENDING);
            assertThat(existing.reference()).isEqualTo(invoice.mark());
            assertThat(existing.mark()).contains(invoice.mark());
        });
        assertThat(lines(invoice.mark())).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void an_invoice_with_a_line_that_is_refused_leaves_nothing() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 99, 2);
        assertThat(refused(vendorInvoices().createWhole(invoice)).code()).isEqualTo("dynamics-refused");
        assertThat(found(invoice)).isEmpty();
        assertThat(lines(invoice.mark())).isEmpty();
        assertThat(invoices()).isZero();
    }

    @Test
    void an_invoice_is_not_created_twice() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 2);
        done(vendorInvoices().createWhole(invoice));
        assertThat(await(vendorInvoices().createWhole(invoice))).isNotInstanceOf(Outcome.Done.class);
        assertThat(await(vendorInvoices().createHeader(invoice))).isNotInstanceOf(Outcome.Done.class);
        assertThat(found(invoice)).hasSize(1);
        assertThat(lines(invoice.mark())).hasSize(2);
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void a_header_is_created_first_and_its_lines_afterwards() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 2, 3);
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(reference).isNotBlank();
        assertThat(found(invoice)).singleElement().satisfies(existing -> {
            assertThat(existing.reference()).isEqualTo(reference);
            assertThat(existing.mark()).contains(invoice.mark());
        });
        assertThat(lines(reference)).isEmpty();
        assertThat(done(vendorInvoices().createLines(invoice, reference, Set.of(1, 3))))
                .isEqualTo(reference);
        assertThat(lines(reference)).containsExactlyInAnyOrder(1, 3);
        done(vendorInvoices().createLines(invoice, reference, Set.of(2)));
        assertThat(lines(reference)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void what_is_pending_is_read_back_as_it_was_written() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 2);
        done(vendorInvoices().createWhole(invoice));
        WrittenInvoice found =
                done(vendorInvoices().written(invoice, invoice.mark())).orElseThrow();
        assertThat(InvoiceDifferences.of(invoice.written(), found)).isEmpty();
        assertThat(found.vendor()).isEqualTo(invoice.vendor().number());
        assertThat(found.number()).isEqualTo("INV-1");
        assertThat(found.lines()).hasSize(2);
        assertThat(found.lines().get(1).quantity()).isEqualByComparingTo("2");
        assertThat(found.lines().get(1).netAmount())
                .hasValueSatisfying(net -> assertThat(net).isEqualByComparingTo("5"));
        assertThat(found.lines().get(1).orderLine()).isEqualTo(2);
    }

    @Test
    void a_header_without_lines_is_deleted_and_not_found_after_that() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 2);
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(done(vendorInvoices().deleteHeader(invoice, reference, Set.of())))
                .isEqualTo(reference);
        assertThat(done(vendorInvoices().written(invoice, reference))).isEmpty();
        assertThat(found(invoice)).isEmpty();
        assertThat(invoices()).isZero();
        assertThat(refused(vendorInvoices().deleteHeader(invoice, reference, Set.of()))
                        .code())
                .isEqualTo("not-found");
    }

    @Test
    void a_header_with_lines_is_not_deleted_and_neither_is_one_that_was_posted() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1);
        String reference = done(vendorInvoices().createWhole(invoice));
        assertThat(refused(vendorInvoices().deleteHeader(invoice, reference, Set.of()))
                        .code())
                .isEqualTo("dynamics-refused");
        assertThat(lines(reference)).containsExactly(1);
        post(invoice.legalEntity(), reference);
        assertThat(refused(vendorInvoices().deleteHeader(invoice, reference, Set.of()))
                        .code())
                .isEqualTo("not-found");
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void a_header_is_deleted_with_the_lines_that_are_named_and_only_if_it_has_no_others() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 2);
        String reference = done(vendorInvoices().createWhole(invoice));
        assertThat(refused(vendorInvoices().deleteHeader(invoice, reference, Set.of(1)))
                        .code())
                .isEqualTo("dynamics-refused");
        assertThat(lines(reference)).as("all or nothing").containsExactlyInAnyOrder(1, 2);
        assertThat(done(vendorInvoices().deleteHeader(invoice, reference, Set.of(1, 2))))
                .isEqualTo(reference);
        assertThat(found(invoice)).isEmpty();
        assertThat(lines(reference)).isEmpty();
        assertThat(invoices()).isZero();
        assertThat(refused(vendorInvoices().deleteHeader(invoice, reference, Set.of(1, 2)))
                        .code())
                .isEqualTo("not-found");
        done(vendorInvoices().createWhole(invoice));
        assertThat(lines(invoice.mark())).as("begun anew").containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_line_that_is_not_there_keeps_the_header_from_being_deleted() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 2);
        String reference = done(vendorInvoices().createHeader(invoice));
        done(vendorInvoices().createLines(invoice, reference, Set.of(1)));
        assertThat(refused(vendorInvoices().deleteHeader(invoice, reference, Set.of(1, 2)))
                        .code())
                .isEqualTo("not-found");
        assertThat(lines(reference)).containsExactly(1);
    }

    @Test
    void nothing_is_deleted_whose_intent_was_not_stored() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1);
        String reference = done(vendorInvoices().createHeader(invoice));
        Intent<Boolean> withdrawn = () -> CompletableFuture.completedFuture(Optional.empty());
        InvoiceWrite write = vendorInvoices()
                .deleteHeader(invoice, reference, Set.of(), withdrawn)
                .toCompletableFuture()
                .join();
        assertThat(write.outcome()).isInstanceOf(Outcome.NotNow.class);
        assertThat(write.exchange()).isEmpty();
        assertThat(done(vendorInvoices().written(invoice, reference))).isPresent();
    }

    @Test
    void lines_are_created_all_or_none() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 99, 2);
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(refused(vendorInvoices().createLines(invoice, reference, Set.of(1, 2, 3)))
                        .code())
                .isEqualTo("dynamics-refused");
        assertThat(lines(reference)).isEmpty();
        assertThat(found(invoice)).hasSize(1);
    }

    @Test
    void a_line_is_not_created_twice() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 2);
        String reference = done(vendorInvoices().createHeader(invoice));
        done(vendorInvoices().createLines(invoice, reference, Set.of(1)));
        assertThat(await(vendorInvoices().createLines(invoice, reference, Set.of(1, 2))))
                .isNotInstanceOf(Outcome.Done.class);
        assertThat(lines(reference)).containsExactly(1);
    }

    @Test
    void lines_without_a_header_are_refused() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1);
        refused(vendorInvoices().createLines(invoice, "no-such-reference", Set.of(1)));
        assertThat(invoices()).isZero();
    }

    @Test
    void the_same_number_of_another_vendor_or_company_is_another_invoice() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1);
        InvoiceToPost others = invoice(Trade.USMF, OTHER, "INV-1", 1);
        InvoiceToPost elsewhere = invoice(Trade.DAT, Trade.VENDOR, "INV-1", 1);
        done(vendorInvoices().createHeader(invoice));
        assertThat(found(others)).isEmpty();
        assertThat(found(elsewhere)).isEmpty();
        done(vendorInvoices().createHeader(others));
        done(vendorInvoices().createHeader(elsewhere));
        assertThat(found(invoice)).hasSize(1);
        assertThat(found(others)).hasSize(1);
        assertThat(found(elsewhere)).hasSize(1);
    }

    @Test
    void a_posted_invoice_is_still_found() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1);
        post(Trade.USMF, done(vendorInvoices().createWhole(invoice)));
        assertThat(found(invoice)).singleElement().satisfies(existing -> {
            assertThat(existing.place()).isEqualTo(Place.POSTED);
            assertThat(existing.reference()).isNotBlank();
        });
        assertThat(await(vendorInvoices().createWhole(invoice))).isNotInstanceOf(Outcome.Done.class);
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    void what_was_posted_is_read_back_as_far_as_the_journal_tells() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1, 2);
        done(vendorInvoices().createWhole(invoice));
        String others = done(vendorInvoices().createHeader(invoice(Trade.USMF, OTHER, "INV-1", 3)));
        done(vendorInvoices().createLines(invoice(Trade.USMF, OTHER, "INV-1", 3), others, Set.of(1)));
        post(Trade.USMF, invoice.mark());
        post(Trade.USMF, others);
        String reference = found(invoice).get(0).reference();
        PostedInvoice posted =
                done(vendorInvoices().journalled(invoice, reference)).orElseThrow();
        assertThat(PostedDifferences.of(invoice.written(), posted)).isEmpty();
        assertThat(posted.vendor()).isEqualTo(invoice.vendor().number());
        assertThat(posted.date()).contains(invoice.date());
        assertThat(posted.currency()).isEqualTo("USD");
        assertThat(posted.lines())
                .extracting(PostedInvoice.Line::orderLine)
                .as("not those of another vendor's invoice of the same number")
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(PostedDifferences.of(
                        VendorInvoicesBench.invoice("INV-1", 1, 3).written(), posted))
                .containsExactly(
                        "order PO-1 line 3 quantity: 2 meant, none in F&O",
                        "order PO-1 line 2: not meant, quantity 2 in F&O");
        assertThat(done(vendorInvoices().journalled(invoice, "no-such-voucher")))
                .isEmpty();
    }

    @Test
    void what_is_pending_is_not_in_the_journal() {
        InvoiceToPost invoice = VendorInvoicesBench.invoice("INV-1", 1);
        String reference = done(vendorInvoices().createWhole(invoice));
        assertThat(done(vendorInvoices().journalled(invoice, reference))).isEmpty();
    }

    @Test
    void a_number_with_quotes_and_signs_is_found_too() {
        InvoiceToPost plain = VendorInvoicesBench.invoice("INV-1", 1);
        InvoiceToPost odd = new InvoiceToPost(
                plain.legalEntity(),
                plain.vendor(),
                "O'N & +1% #7/A*",
                plain.date(),
                plain.currency(),
                plain.orderNumber(),
                plain.total(),
                plain.tax(),
                "mlc-odd",
                plain.lines(),
                List.of(),
                Set.of());
        done(vendorInvoices().createWhole(odd));
        assertThat(found(odd)).hasSize(1);
        assertThat(found(plain)).isEmpty();
    }
}
