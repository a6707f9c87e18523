package io.mlconnector.ports.erp;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.access.Intent;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Creates pending vendor invoices and finds them again. Promises as in {@link PurchaseOrders}, but the methods that
 * create answer {@link Outcome.Unknown} where nobody can tell whether it happened; none of them repeats by itself.
 */
public interface VendorInvoices extends InvoiceReadings {

    /**
     * Begins to read what will be asked about one invoice, all at the same time. What it yields answers as this does, from what was
     * read then; it is meant for one visit of a document and not to be kept. Writes, and what is asked after a write in doubt, do not
     * go through it.
     *
     * @return answers also what the inquiry does not foretell; where reading ahead gains nothing, this itself
     */
    default InvoiceReadings ahead(InvoiceInquiry inquiry) {
        return this;
    }

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
