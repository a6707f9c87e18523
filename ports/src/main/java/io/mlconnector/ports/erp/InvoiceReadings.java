package io.mlconnector.ports.erp;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.invoicing.charging.comparison.ChargesOfOrder;
import io.mlconnector.domain.invoicing.document.OtherInvoice;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.Outcome;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What F&O knows of invoices. Promises as in {@link PurchaseOrders}: all are reads and may be repeated. */
public interface InvoiceReadings {

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
     * The charges that an order carries in its present state, of itself and of its lines.
     *
     * @return {@link Outcome.Refused} with {@code set-not-readable} if F&O does not show any
     */
    CompletionStage<Outcome<ChargesOfOrder>> charges(LegalEntity legalEntity, String orderNumber);

    /** Invoices that will be in F&O when it is the turn of the one that is compared; only who looks ahead knows any. */
    default List<InvoiceToPost> coming() {
        return List.of();
    }

    /**
     * Other invoices of a vendor, pending and posted, that may be this one: at least all of the last year that have one of its
     * orders, or a number that {@link io.mlconnector.domain.invoicing.NearDuplicates} takes for alike.
     */
    CompletionStage<Outcome<List<OtherInvoice>>> others(InvoiceToPost invoice);
}
