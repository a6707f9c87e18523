package io.mlconnector.ports.erp;

import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
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

    /** The numbers of the lines that a pending invoice has. */
    CompletionStage<Outcome<Set<Integer>>> lineNumbers(LegalEntity legalEntity, String headerReference);

    /**
     * Creates header and lines in one change set, all or nothing, with the invoice's mark as header reference.
     *
     * @return the header reference
     */
    CompletionStage<Outcome<String>> createWhole(InvoiceToPost invoice);

    /**
     * Creates the header only.
     *
     * @return the header reference that F&O assigned
     */
    CompletionStage<Outcome<String>> createHeader(InvoiceToPost invoice);

    /**
     * Creates some lines in one change set, all or nothing.
     *
     * @param headerReference the header to which they belong
     * @param lines numbers of the lines of {@code invoice} to create; not empty
     * @return the header reference
     */
    CompletionStage<Outcome<String>> createLines(InvoiceToPost invoice, String headerReference, Set<Integer> lines);
}
