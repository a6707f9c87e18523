package io.mlconnector.dynamics;

import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.testing.contract.Trade;
import java.util.List;

/** The purchase orders that the invoices of the contract suite refer to. */
final class InvoiceOrders {

    private InvoiceOrders() {}

    static void enter(DynamicsBench bench) {
        for (LegalEntity legalEntity : List.of(Trade.USMF, Trade.DAT)) {
            bench.product(legalEntity, "A-1");
            for (String number : List.of("1", "2")) {
                VendorAccount vendor = new VendorAccount("V-" + number);
                bench.vendor(legalEntity, vendor, "Vendor " + number);
                bench.enter(order(legalEntity, vendor, "PO-" + number));
            }
        }
    }

    private static PurchaseOrder order(LegalEntity legalEntity, VendorAccount vendor, String number) {
        PurchaseOrder usual = Trade.order(
                legalEntity,
                number,
                1,
                java.time.LocalDate.of(2026, 3, 2),
                Trade.line(1, "A-1", "10", "2.50"),
                Trade.line(2, "A-1", "10", "2.50"),
                Trade.line(3, "A-1", "10", "2.50"));
        return new PurchaseOrder(
                new OrderKey(legalEntity, number, number + "-1"),
                usual.confirmationDate(),
                usual.orderDate(),
                vendor,
                vendor,
                usual.currency(),
                usual.vendorReference(),
                usual.requestedDelivery(),
                usual.paymentTerms(),
                usual.deliveryTerms(),
                usual.buyer(),
                usual.deliveryAddress(),
                usual.lines(),
                OrderDetails.NONE);
    }
}
