package io.mlconnector.domain.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An amount of money. Kept as written; {@link #rounded()} brings it to the two decimals of an invoice.
 *
 * @param amount any scale, negative for credits
 * @param currency never null
 */
public record Money(BigDecimal amount, CurrencyCode currency) {

    /** Decimals of an amount on a document, X12 data element 610 (N2). */
    public static final int SCALE = 2;

    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    /** The same amount with two decimals, half up. */
    public Money rounded() {
        return new Money(round(amount), currency);
    }

    /** {@code amount} with two decimals, half up: the rounding of document lines (reference x12, section 13). */
    public static BigDecimal round(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
