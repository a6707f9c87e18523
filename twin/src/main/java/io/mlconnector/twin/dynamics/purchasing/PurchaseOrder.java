package io.mlconnector.twin.dynamics.purchasing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A purchase order to put into the environment.
 *
 * @param legalEntity company
 * @param orderNumber its number
 * @param vendorAccount vendor
 * @param currency currency
 * @param orderDate accounting date
 * @param deliveryDate requested delivery date
 * @param lines its lines
 * @param more further properties of the header by their OData names; values as in JSON
 * @param charges charges of the order and its lines
 */
public record PurchaseOrder(
        String legalEntity,
        String orderNumber,
        String vendorAccount,
        String currency,
        LocalDate orderDate,
        LocalDate deliveryDate,
        List<PurchaseOrderLine> lines,
        Map<String, Object> more,
        List<PurchaseOrderCharge> charges) {

    /** Copies the collections. */
    public PurchaseOrder {
        lines = List.copyOf(lines);
        more = Map.copyOf(more);
        charges = List.copyOf(charges);
    }

    /**
     * An order without charges.
     *
     * @param legalEntity company
     * @param orderNumber its number
     * @param vendorAccount vendor
     * @param currency currency
     * @param orderDate accounting date
     * @param deliveryDate requested delivery date
     * @param lines its lines
     * @param more further properties of the header by their OData names; values as in JSON
     * @return the order
     */
    public static PurchaseOrder withoutCharges(
            String legalEntity,
            String orderNumber,
            String vendorAccount,
            String currency,
            LocalDate orderDate,
            LocalDate deliveryDate,
            List<PurchaseOrderLine> lines,
            Map<String, Object> more) {
        return new PurchaseOrder(
                legalEntity, orderNumber, vendorAccount, currency, orderDate, deliveryDate, lines, more, List.of());
    }

    /**
     * The same order with other lines.
     *
     * @param otherLines its lines
     * @return the order
     */
    public PurchaseOrder having(List<PurchaseOrderLine> otherLines) {
        return new PurchaseOrder(
                legalEntity, orderNumber, vendorAccount, currency, orderDate, deliveryDate, otherLines, more, charges);
    }
}
