package io.mlconnector.twin.scenario;

import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * An item that we buy.
 *
 * @param number our item number
 * @param name its name
 * @param unit purchase unit
 * @param price price of {@code priceQuantity} units
 * @param priceQuantity price unit
 * @param gtin its GTIN, empty if it has none
 * @param partner id of the partner that sells it
 * @param vendorNumber what that partner calls it, empty if nothing is known
 * @param numberOnLine whether order lines carry the vendor's number themselves
 */
public record Item(
        String number,
        String name,
        String unit,
        BigDecimal price,
        int priceQuantity,
        String gtin,
        String partner,
        String vendorNumber,
        boolean numberOnLine) {

    /** An order line with a quantity of it. */
    PurchaseOrderLine ordered(long lineNumber, int count) {
        String quantity = unit.equals("kg") ? count + ".5" : String.valueOf(count);
        PurchaseOrderLine line = PurchaseOrderLine.of(lineNumber, number, name, quantity, unit, price.toPlainString())
                .pricedPer(priceQuantity);
        Map<String, Object> more = new HashMap<>();
        if (numberOnLine) {
            more.put("ExternalItemNumber", vendorNumber);
        }
        if (!gtin.isEmpty() && unit.equals("ea")) {
            more.put("Barcode", gtin);
            more.put("BarCodeSetupId", Gtin.setup(gtin));
        }
        return line.with(more);
    }
}
