package io.mlconnector.domain.trade.conversion;

import io.mlconnector.domain.trade.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Writes a price so that quantity times price is an amount to the cent, within the decimals that F&O keeps. */
public final class ExactPrice {

    /** Decimals of prices, price units and quantities in F&O (reference dynamics, section 4.8: decimals with six places). */
    private static final int DECIMALS = 6;

    private ExactPrice() {}

    /** Whether F&O keeps the number as it is. */
    public static boolean fits(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= DECIMALS;
    }

    /**
     * The price at which a quantity costs exactly an amount.
     *
     * @param amount to be had
     * @param quantity not zero, of the same sign as the amount
     * @param per the price unit that is usual for it; another one is taken where it takes more decimals than F&O keeps
     * @return empty if there is none
     */
    public static Optional<Price> costing(BigDecimal amount, BigDecimal quantity, BigDecimal per) {
        if (quantity.signum() == 0 || amount.signum() * quantity.signum() < 0) {
            return Optional.empty();
        }
        return fraction(amount.abs(), quantity.abs(), per, quantity.abs());
    }

    /**
     * The price of one unit as a fraction, in a form that F&O keeps.
     *
     * @param numerator of the price of one unit; 0 or more
     * @param denominator of the price of one unit; greater than zero
     * @param per the price unit that is usual
     * @param otherwise the price unit where the usual one takes more decimals than F&O keeps
     */
    public static Optional<Price> fraction(
            BigDecimal numerator, BigDecimal denominator, BigDecimal per, BigDecimal otherwise) {
        return exact(numerator.multiply(per), denominator)
                .filter(amount -> fits(per))
                .map(amount -> new Price(amount, per))
                .or(() -> exact(numerator.multiply(otherwise), denominator)
                        .filter(amount -> otherwise.signum() > 0 && fits(otherwise))
                        .map(amount -> new Price(amount, plain(otherwise))));
    }

    /** A quotient that ends within the decimals of F&O. */
    public static Optional<BigDecimal> exact(BigDecimal dividend, BigDecimal divisor) {
        BigDecimal quotient = dividend.divide(divisor, DECIMALS, RoundingMode.HALF_UP);
        return quotient.multiply(divisor).compareTo(dividend) == 0 ? Optional.of(plain(quotient)) : Optional.empty();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
