package io.mlconnector.twin.dynamics;

import java.math.BigDecimal;

/**
 * A released product.
 *
 * @param legalEntity company
 * @param itemNumber item number
 * @param name search name
 * @param unit purchase unit
 * @param price purchase price
 * @param priceQuantity how many units the price is for
 */
public record Product(
        String legalEntity, String itemNumber, String name, String unit, BigDecimal price, BigDecimal priceQuantity) {}
