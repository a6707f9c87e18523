package io.mlconnector.runtime.flow;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.ordering.OrderKey;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.ports.erp.Products;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.erp.VendorInvoices;
import io.mlconnector.ports.gateway.Mailbox;
import io.mlconnector.ports.journal.BusinessKeys;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.config.PartnerRules;
import java.util.Optional;

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

    /** How strictly the documents of this connection's partners are read. */
    public ReadingRules.Book readingRules() {
        return PartnerRules.of(settings.partners());
    }

    /** What is agreed about orders of this legal entity with this partner; empty if nothing is. */
    public Optional<OrderAgreement> orderAgreement(String partner, BusinessKeys keys) {
        OrderKey key = OrderKeys.of(keys);
        return settings.partners().all().stream()
                .filter(known -> known.id().id().equals(partner))
                .filter(known -> known.vendors().containsKey(key.legalEntity()))
                .findFirst()
                .flatMap(TradingPartner::orders);
    }
}
