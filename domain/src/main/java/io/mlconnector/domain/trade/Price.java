package io.mlconnector.domain.trade;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * A price for a number of units: 12.50 per 100 is {@code new Price(12.50, 100)}. In F&O {@code PurchasePrice} per
 * {@code PurchasePriceQuantity}; in X12 the price with the divisor of its basis (data element 639).
 *
 * @param amount in the currency of the document; may be zero (free goods)
 * @param per for how many units; greater than zero
 */
public record Price(BigDecimal amount, BigDecimal per) {

    public Price {
        Objects.requireNonNull(amount, "amount");
        if (per.signum() <= 0) {
            throw new IllegalArgumentException("A price is per one unit or more, not per " + per.toPlainString());
        }
    }

    /** A price per one unit. */
    public static Price each(BigDecimal amount) {
        return new Price(amount, BigDecimal.ONE);
    }

    /** The price of one unit, 34 significant digits (divisions by 100 or 1000 stay exact). */
    public BigDecimal perUnit() {
        return amount.divide(per, MathContext.DECIMAL128);
    }

    /** What {@code quantity} units cost, two decimals, half up. */
    public BigDecimal times(BigDecimal quantity) {
        BigDecimal whole = amount.multiply(quantity);
        return Money.round(per.compareTo(BigDecimal.ONE) == 0 ? whole : whole.divide(per, MathContext.DECIMAL128));
    }
}
