package io.mlconnector.x12.internal.invoice;

import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * Normalizes the signs of a credit note: amounts credited to us are negative. Vendors write credits with positive
 * numbers, with negative ones, or with a negative total only (reference x12, section 13, credits). An invoice keeps its
 * signs: a negative line on it is a return.
 *
 * @param credit whether the document is a credit note
 * @param turned whether the lines of the credit note are written with positive numbers; they are turned round together,
 *     so that a line with the opposite sign stays opposite
 */
record Signs(boolean credit, boolean turned) {
    private static final Signs INVOICE = new Signs(false, false);

    /**
     * Determines the sign convention of a document.
     *
     * @param creditCode whether BIG07 identifies it as a credit note
     * @param total TDS01 as sent
     * @param lines what its lines add up to
     */
    static Signs of(boolean creditCode, BigDecimal total, Supplier<BigDecimal> lines) {
        if (!creditCode && total.signum() >= 0) {
            return INVOICE;
        }
        int sign = lines.get().signum();
        return new Signs(true, (sign == 0 ? total.signum() : sign) > 0);
    }

    /** The quantity of a line; on a credit note it carries the sign of the line, since a price has none. */
    BigDecimal quantity(BigDecimal quantity, BigDecimal price) {
        boolean takesSignOfPrice = credit && price.signum() < 0;
        return turned != takesSignOfPrice ? quantity.negate() : quantity;
    }

    /** The price of a line. */
    BigDecimal price(BigDecimal price) {
        return credit ? price.abs() : price;
    }

    /** A tax or the total. */
    BigDecimal amount(BigDecimal amount) {
        return credit ? amount.abs().negate() : amount;
    }

    /** An allowance or a charge: on a credit note the charge is refunded and the allowance is reversed. */
    BigDecimal charge(BigDecimal amount, boolean allowance) {
        BigDecimal size = credit ? amount.abs() : amount;
        return allowance != credit ? size.negate() : size;
    }
}
