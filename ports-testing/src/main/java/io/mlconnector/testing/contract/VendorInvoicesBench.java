package io.mlconnector.testing.contract;

import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.ports.erp.VendorInvoices;

/** A place for vendor invoices under test, and what happens around it in F&O. */
interface VendorInvoicesBench {

    /** The port under test; the same one during a test. */
    VendorInvoices vendorInvoices();

    /** A clerk posts a pending invoice. */
    void post(LegalEntity legalEntity, String headerReference);

    /** The warehouse receives goods of an order line, in pieces. */
    void receive(LegalEntity legalEntity, String orderNumber, long orderLine, String quantity);

    /** How many invoices F&O has, pending and posted. */
    int invoices();

    /** An invoice of the usual company and vendor with lines that bill these order lines. */
    static InvoiceToPost invoice(String number, long... orderLines) {
        return VendorInvoicesContract.invoice(Trade.USMF, Trade.VENDOR, number, orderLines);
    }
}
