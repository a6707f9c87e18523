package io.mlconnector.examples.mailbox;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.sending.UploadReceipt;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.gateway.Mailbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Tells a vendor whether an invoice has arrived, by a file in the vendor's folder. Knows ports only: which F&O and which
 * gateway is behind them is decided by whoever makes it.
 */
public final class InvoiceLookup {
    private final VendorInvoices invoices;
    private final Mailbox mailbox;

    /** Asks one side and tells the other. */
    public InvoiceLookup(VendorInvoices invoices, Mailbox mailbox) {
        this.invoices = invoices;
        this.mailbox = mailbox;
    }

    /**
     * Looks an invoice up and writes what is known.
     *
     * @param legalEntity whose invoice
     * @param vendor from whom
     * @param number the vendor's invoice number
     * @param folder where the answer goes
     * @return the ending of the look-up, or after a success that of the upload; nothing is repeated
     */
    public CompletionStage<Outcome<UploadReceipt>> tell(
            LegalEntity legalEntity, VendorAccount vendor, String number, FolderReference folder) {
        return invoices.find(legalEntity, vendor, number).thenCompose(found -> switch (found) {
            case Outcome.Done<List<ExistingInvoice>>(List<ExistingInvoice> existing) ->
                mailbox.upload(
                        folder,
                        "invoice-" + number + ".txt",
                        said(number, existing).getBytes(StandardCharsets.UTF_8));
            case Outcome.Refused<List<ExistingInvoice>>(var why) -> ended(Outcome.refused(why));
            case Outcome.NotNow<List<ExistingInvoice>>(var why, var retryAfter) ->
                ended(new Outcome.NotNow<>(why, retryAfter));
            case Outcome.Unknown<List<ExistingInvoice>>(var why) -> ended(Outcome.unknown(why));
        });
    }

    private static String said(String number, List<ExistingInvoice> existing) {
        return existing.isEmpty()
                ? number + " has not arrived"
                : existing.stream()
                        .map(invoice -> number + " is " + invoice.place().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("\n"));
    }

    private static <T> CompletionStage<Outcome<T>> ended(Outcome<T> outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
