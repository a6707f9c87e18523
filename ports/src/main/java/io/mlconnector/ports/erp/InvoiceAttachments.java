package io.mlconnector.ports.erp;

import io.mlconnector.domain.invoicing.attachment.Attachment;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.access.Intent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Notes and files of pending vendor invoices. Promises as in {@link VendorInvoices}. */
public interface InvoiceAttachments {

    /**
     * The names of what is attached to a pending invoice, whoever attached it.
     *
     * @return {@link Outcome.NotNow} with {@code set-not-readable} where F&O has or shows no attachments; empty also if nothing is
     *     pending under that reference
     */
    CompletionStage<Outcome<Set<String>>> attached(LegalEntity legalEntity, String headerReference);

    /**
     * Attaches notes and files to a pending invoice in one change set, all or nothing. F&O takes the same name twice: whoever calls has
     * asked for the names before.
     *
     * @param attachments at least one
     * @param intent see {@link Intent}
     * @return the header reference; {@link Outcome.Refused} with F&O's words if nothing is pending under it
     */
    CompletionStage<Outcome<String>> attach(
            LegalEntity legalEntity, String headerReference, List<Attachment> attachments, Intent<?> intent);

    /** The same for a caller that keeps no journal. */
    default CompletionStage<Outcome<String>> attach(
            LegalEntity legalEntity, String headerReference, List<Attachment> attachments) {
        return attach(legalEntity, headerReference, attachments, Intent.stored(true));
    }
}
