package io.mlconnector.ports.erp;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.invoicing.document.OtherInvoice;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.access.Intent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Creates pending vendor invoices and finds them again. Promises as in {@link PurchaseOrders}, but the methods that
 * create answer {@link Outcome.Unknown} where nobody can tell whether it happened; none of them repeats by itself.
 */
public interface VendorInvoices {

    /**
     * Every invoice of this vendor with this number, pending and posted, whoever created it.
     *
     * @param number the vendor's invoice number
     */
    CompletionStage<Outcome<List<ExistingInvoice>>> find(LegalEntity legalEntity, VendorAccount vendor, String number);

    /**
     * What the pending invoices of F&O claim of an order, whoever created them. Posted ones are not among them.
     */
    CompletionStage<Outcome<List<InvoicedQuantity>>> invoiced(LegalEntity legalEntity, String orderNumber);

    /**
     * What the posted invoices of F&O billed of an order, credits negative.
     *
     * @return {@link Outcome.Refused} with {@code set-not-readable} if F&O does not show it
     */
    CompletionStage<Outcome<List<InvoicedQuantity>>> posted(LegalEntity legalEntity, String orderNumber);

    /**
     * What was received of an order.
     *
     * @return {@link Outcome.Refused} with {@code set-not-readable} if F&O does not show it
     */
    CompletionStage<Outcome<List<ReceivedQuantity>>> received(LegalEntity legalEntity, String orderNumber);

    /**
     * Other invoices of a vendor, pending and posted, that may be this one: at least all of the last year that have one of its
     * orders, or a number that {@link io.mlconnector.domain.invoicing.NearDuplicates} takes for alike.
     */
    CompletionStage<Outcome<List<OtherInvoice>>> others(InvoiceToPost invoice);

    /**
     * The parts that a pending invoice has.
     *
     * @param invoice whose parts are looked for: without charges none are asked for
     * @return numbered as by {@link InvoiceToPost#parts()}
     */
    CompletionStage<Outcome<Set<Integer>>> parts(InvoiceToPost invoice, String headerReference);

    /**
     * Creates header, lines and charges in one change set, all or nothing, with the invoice's mark as header reference.
     *
     * @param intent see {@link Intent}
     * @return the header reference, and what went over the wire
     */
    CompletionStage<InvoiceWrite> createWhole(InvoiceToPost invoice, Intent<?> intent);

    /** The same for a caller that keeps no journal. */
    default CompletionStage<Outcome<String>> createWhole(InvoiceToPost invoice) {
        return createWhole(invoice, Intent.stored(true)).thenApply(InvoiceWrite::outcome);
    }

    /**
     * Creates the header only.
     *
     * @param intent see {@link Intent}
     * @return the header reference that F&O assigned, and what went over the wire
     */
    CompletionStage<InvoiceWrite> createHeader(InvoiceToPost invoice, Intent<?> intent);

    /** The same for a caller that keeps no journal. */
    default CompletionStage<Outcome<String>> createHeader(InvoiceToPost invoice) {
        return createHeader(invoice, Intent.stored(true)).thenApply(InvoiceWrite::outcome);
    }

    /**
     * Creates some lines and charges in one change set, all or nothing.
     *
     * @param headerReference the header to which they belong
     * @param parts of {@code invoice} to create, numbered as by {@link InvoiceToPost#parts()}; not empty
     * @param intent see {@link Intent}
     * @return the header reference, and what went over the wire
     */
    CompletionStage<InvoiceWrite> createLines(
            InvoiceToPost invoice, String headerReference, Set<Integer> parts, Intent<?> intent);

    /** The same for a caller that keeps no journal. */
    default CompletionStage<Outcome<String>> createLines(
            InvoiceToPost invoice, String headerReference, Set<Integer> parts) {
        return createLines(invoice, headerReference, parts, Intent.stored(true)).thenApply(InvoiceWrite::outcome);
    }
}
