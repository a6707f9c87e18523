package io.mlconnector.twin.scenario;

import java.math.BigDecimal;

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
        boolean numberOnLine) {}
