package io.mlconnector.twin.dynamics.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * A line of a purchase order.
 *
 * @param lineNumber its number
 * @param itemNumber item number, empty for a line by category
 * @param description text of the line
 * @param category procurement category, empty for a line by item
 * @param quantity ordered quantity
 * @param unit purchase unit
 * @param price price of {@code priceQuantity} units
 * @param priceQuantity price unit
 * @param more further properties by their OData names, e.g. ExternalItemNumber; values as in JSON
 */
public record PurchaseOrderLine(
        long lineNumber,
        String itemNumber,
        String description,
        String category,
        BigDecimal quantity,
        String unit,
        BigDecimal price,
        BigDecimal priceQuantity,
        Map<String, Object> more) {

    /** Copies the map. */
    public PurchaseOrderLine {
        more = Map.copyOf(more);
    }

    /**
     * A line by item, priced per unit.
     *
     * @param lineNumber its number
     * @param itemNumber item number
     * @param description text
     * @param quantity ordered quantity
     * @param unit purchase unit
     * @param price price per unit
     * @return the line
     */
    public static PurchaseOrderLine of(
            long lineNumber, String itemNumber, String description, String quantity, String unit, String price) {
        return new PurchaseOrderLine(
                lineNumber,
                itemNumber,
                description,
                "",
                new BigDecimal(quantity),
                unit,
                new BigDecimal(price),
                BigDecimal.ONE,
                Map.of());
    }

    /**
     * The same line for another quantity.
     *
     * @param otherQuantity ordered quantity
     * @return the line
     */
    public PurchaseOrderLine of(BigDecimal otherQuantity) {
        return new PurchaseOrderLine(
                lineNumber, itemNumber, description, category, otherQuantity, unit, price, priceQuantity, more);
    }

    /**
     * The same line with another price unit.
     *
     * @param units price unit
     * @return the line
     */
    public PurchaseOrderLine pricedPer(int units) {
        return new PurchaseOrderLine(
                lineNumber, itemNumber, description, category, quantity, unit, price, BigDecimal.valueOf(units), more);
    }

    /**
     * The same line by category instead of by item.
     *
     * @param name procurement category
     * @return the line
     */
    public PurchaseOrderLine ofCategory(String name) {
        return new PurchaseOrderLine(lineNumber, "", description, name, quantity, unit, price, priceQuantity, more);
    }

    /**
     * The same line with further properties.
     *
     * @param properties values by OData name
     * @return the line
     */
    public PurchaseOrderLine with(Map<String, Object> properties) {
        return new PurchaseOrderLine(
                lineNumber, itemNumber, description, category, quantity, unit, price, priceQuantity, properties);
    }

    /**
     * The net amount of the line.
     *
     * @return quantity times price by price unit, to two places
     */
    public BigDecimal amount() {
        return amount(quantity, price, priceQuantity);
    }

    static BigDecimal amount(BigDecimal quantity, BigDecimal price, BigDecimal priceQuantity) {
        BigDecimal per = priceQuantity.signum() == 0 ? BigDecimal.ONE : priceQuantity;
        return quantity.multiply(price).divide(per, 2, RoundingMode.HALF_UP);
    }
}
