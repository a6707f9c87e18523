package io.mlconnector.testing.contract;

import static io.mlconnector.testing.contract.Stages.await;
import static io.mlconnector.testing.contract.Stages.done;
import static io.mlconnector.testing.contract.Stages.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import io.mlconnector.domain.words.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How charges come with an invoice. */
interface InvoiceChargesContract extends VendorInvoicesBench {

    private static InvoiceToPost charged(InvoiceToPost plain, String headerCode) {
        return new InvoiceToPost(
                plain.legalEntity(),
                plain.vendor(),
                plain.number(),
                plain.date(),
                plain.currency(),
                plain.orderNumber(),
                plain.total().add(new BigDecimal("9.50")),
                plain.tax(),
                plain.mark(),
                plain.lines(),
                List.of(
                        new ChargeToPost(1, Optional.empty(), headerCode, new BigDecimal("12.00"), "FREIGHT & “more”"),
                        new ChargeToPost(2, Optional.of(2), "DISCOUNT", new BigDecimal("-2.50"), "")),
                Set.of());
    }

    @Test
    default void charges_are_deleted_with_the_lines_and_the_header() {
        InvoiceToPost invoice = charged(VendorInvoicesBench.invoice("INV-1", 1, 2), "FREIGHT");
        String reference = done(vendorInvoices().createWhole(invoice));
        done(vendorInvoices().deleteHeader(invoice, reference, invoice.parts()));
        assertThat(invoices()).isZero();
        assertThat(done(vendorInvoices().createWhole(invoice))).isEqualTo(reference);
        assertThat(done(vendorInvoices().parts(invoice, reference))).containsExactlyInAnyOrder(1, 2, -1, -2);
    }

    @Test
    default void charges_come_with_header_and_lines_and_are_found_as_parts() {
        InvoiceToPost invoice = charged(VendorInvoicesBench.invoice("INV-1", 1, 2), "FREIGHT");
        String reference = done(vendorInvoices().createWhole(invoice));
        assertThat(done(vendorInvoices().parts(invoice, reference))).containsExactlyInAnyOrder(1, 2, -1, -2);
    }

    @Test
    default void charges_come_with_the_lines_where_the_header_came_first() {
        InvoiceToPost invoice = charged(VendorInvoicesBench.invoice("INV-1", 1, 2), "FREIGHT");
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(done(vendorInvoices().parts(invoice, reference))).isEmpty();
        done(vendorInvoices().createLines(invoice, reference, invoice.parts()));
        assertThat(done(vendorInvoices().parts(invoice, reference))).isEqualTo(invoice.parts());
    }

    @Test
    default void a_charge_that_is_missing_is_added_by_itself() {
        InvoiceToPost invoice = charged(VendorInvoicesBench.invoice("INV-1", 1, 2), "FREIGHT");
        String reference = done(vendorInvoices().createHeader(invoice));
        done(vendorInvoices().createLines(invoice, reference, Set.of(1, 2, -2)));
        done(vendorInvoices().createLines(invoice, reference, Set.of(-1)));
        assertThat(done(vendorInvoices().parts(invoice, reference))).isEqualTo(invoice.parts());
    }

    @Test
    default void an_unknown_charges_code_is_refused_and_nothing_is_created() {
        InvoiceToPost invoice = charged(VendorInvoicesBench.invoice("INV-1", 1, 2), "NO-SUCH");
        assertThat(await(vendorInvoices().createWhole(invoice))).isInstanceOf(Outcome.Refused.class);
        assertThat(invoices()).isZero();
        String reference = done(vendorInvoices().createHeader(invoice));
        assertThat(await(vendorInvoices().createLines(invoice, reference, invoice.parts())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(
                                        ((Outcome.Refused<?>) refused).why().message())
                                .contains("NO-SUCH"));
        assertThat(done(vendorInvoices().parts(invoice, reference))).isEmpty();
    }
}
