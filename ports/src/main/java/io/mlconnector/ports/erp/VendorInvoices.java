package io.mlconnector.ports.erp;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.written.PostedInvoice;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.access.Intent;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Creates pending vendor invoices, finds them again and deletes headers that were left behind. Promises as in {@link PurchaseOrders}, but the methods that
 * create or delete answer {@link Outcome.Unknown} where nobody can tell whether it happened; none of them repeats by itself.
 */
public interface VendorInvoices extends InvoiceReadings, InvoiceAttachments {

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
     * What a pending invoice has: header, lines and charges.
     *
     * @param invoice that is looked for: without charges none are asked for
     * @param headerReference under which it is looked for
     * @return lines and charges are numbered as those of {@code invoice}; empty if nothing is pending under that reference
     */
    CompletionStage<Outcome<Optional<WrittenInvoice>>> written(InvoiceToPost invoice, String headerReference);

    /**
     * What F&O's journal tells of a posted invoice.
     *
     * @param invoice of whose legal entity, vendor and number it is
     * @param reference the one that {@link #find} gave
     * @return without lines where F&O does not show posted lines; empty if nothing of that reference is posted
     */
    CompletionStage<Outcome<Optional<PostedInvoice>>> journalled(InvoiceToPost invoice, String reference);

    /**
     * The parts that a pending invoice has.
     *
     * @param invoice whose parts are looked for: without charges none are asked for
     * @return numbered as by {@link InvoiceToPost#parts()}
     */
    default CompletionStage<Outcome<Set<Integer>>> parts(InvoiceToPost invoice, String headerReference) {
        return written(invoice, headerReference)
                .thenApply(outcome ->
                        outcome.map(found -> found.map(WrittenInvoice::parts).orElseGet(Set::of)));
    }

    /**
     * Deletes a pending header, and before it, all or nothing, what is known to be under it.
     *
     * @param invoice whose header it is
     * @param parts of {@code invoice} that are deleted with it, numbered as by {@link InvoiceToPost#parts()}; may be empty
     * @param intent see {@link Intent}
     * @return the header reference; {@link Outcome.Refused} with {@code not-found} if nothing is pending under it, or one of those parts
     *     is not, and with F&O's words if it has other lines
     */
    CompletionStage<InvoiceWrite> deleteHeader(
            InvoiceToPost invoice, String headerReference, Set<Integer> parts, Intent<?> intent);

    /** The same for a caller that keeps no journal. */
    default CompletionStage<Outcome<String>> deleteHeader(
            InvoiceToPost invoice, String headerReference, Set<Integer> parts) {
        return deleteHeader(invoice, headerReference, parts, Intent.stored(true))
                .thenApply(InvoiceWrite::outcome);
    }

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
