package io.mlconnector.domain.trade.conversion;

import io.mlconnector.domain.trade.UnitSymbol;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A conversion between two units as F&O keeps it (reference dynamics, section 4.6): one of the first is {@code numerator / denominator}
 * of the second.
 *
 * @param product number of the product or variant for which it is true; empty if it is true of every product
 * @param from the unit that is converted
 * @param to the unit that comes out
 * @param factor how many of {@code to} one of {@code from} is
 */
public record UnitConversion(Optional<String> product, UnitSymbol from, UnitSymbol to, Factor factor) {

    public UnitConversion {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(factor, "factor");
    }

    /**
     * A factor, exact: 1/12 has no decimals that end.
     *
     * @param numerator greater than zero
     * @param denominator greater than zero
     */
    public record Factor(BigDecimal numerator, BigDecimal denominator) {
        public Factor {
            if (numerator.signum() <= 0 || denominator.signum() <= 0) {
                throw new IllegalArgumentException("A factor is greater than zero, not " + numerator.toPlainString()
                        + "/" + denominator.toPlainString());
            }
        }

        /** Of a whole number of pieces. */
        public static Factor of(long numerator, long denominator) {
            return new Factor(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
        }

        Factor inverse() {
            return new Factor(denominator, numerator);
        }

        Factor times(Factor other) {
            return new Factor(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
        }

        /** Whether both are the same number. */
        public boolean same(Factor other) {
            return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator)) == 0;
        }

        /** How many of the other unit a quantity is; empty if F&O cannot keep that many decimals. */
        public Optional<BigDecimal> of(BigDecimal quantity) {
            return ExactPrice.exact(quantity.multiply(numerator), denominator);
        }

        /** For people: {@code 24}, {@code 1/24}. */
        @Override
        public String toString() {
            return ExactPrice.exact(numerator, denominator)
                    .map(BigDecimal::toPlainString)
                    .orElseGet(() -> numerator.stripTrailingZeros().toPlainString() + "/"
                            + denominator.stripTrailingZeros().toPlainString());
        }
    }
}
