package io.mlconnector.runtime.flow;

import io.mlconnector.ports.erp.Products;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.runtime.config.ConnectionSettings;

/**
 * One connection in use: its settings and the ports to both sides.
 *
 * @param settings as configured
 * @param purchaseOrders F&O's orders
 * @param products F&O's items
 * @param vendorInvoices F&O's vendor invoices
 * @param mailbox Cleo's folders
 */
public record Link(
        ConnectionSettings settings,
        PurchaseOrders purchaseOrders,
        Products products,
        VendorInvoices vendorInvoices,
        Mailbox mailbox) {

    /** Short name of the connection. */
    public String id() {
        return settings.id();
    }
}
