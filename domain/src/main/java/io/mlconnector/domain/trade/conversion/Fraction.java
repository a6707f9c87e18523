package io.mlconnector.domain.trade.conversion;

import java.math.BigDecimal;

/**
 * An exact number: a third of a case has no decimals that end.
 *
 * @param numerator any sign
 * @param denominator greater than zero
 */
public record Fraction(BigDecimal numerator, BigDecimal denominator) implements Comparable<Fraction> {

    /** Nothing. */
    public static final Fraction ZERO = of(BigDecimal.ZERO);

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException(
                    "A denominator is greater than zero, not " + denominator.toPlainString());
        }
    }

    /** A number whose decimals end. */
    public static Fraction of(BigDecimal number) {
        return new Fraction(number, BigDecimal.ONE);
    }

    /** The sum. */
    public Fraction plus(Fraction other) {
        return denominator.compareTo(other.denominator) == 0
                ? new Fraction(numerator.add(other.numerator), denominator)
                : new Fraction(
                        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    /** -1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** By value: 1/2 is 2/4. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction && compareTo(fraction) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(numerator.doubleValue() / denominator.doubleValue());
    }

    /** For people: {@code 24}, {@code 0.5}, {@code 100/24}. */
    @Override
    public String toString() {
        return ExactPrice.exact(numerator, denominator)
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> plain(numerator) + "/" + plain(denominator));
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
