package io.mlconnector.domain.invoicing.charging;

import io.mlconnector.domain.trade.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spreads an amount of the whole invoice over its lines, in proportion to their amounts. */
final class Spread {

    private Spread() {}

    /**
     * The share of each line, two decimals; together exactly the amount. Each cent that rounding leaves goes where the running sum
     * passes it.
     *
     * @param amount two decimals
     * @param weights amounts of the lines
     * @return empty if there is no proportion: amounts of both signs, or nothing but zeros
     */
    static Optional<List<BigDecimal>> over(BigDecimal amount, List<BigDecimal> weights) {
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean mixed = weights.stream().anyMatch(weight -> weight.signum() * all.signum() < 0);
        if (mixed || all.signum() == 0) {
            return Optional.empty();
        }
        List<BigDecimal> shares = new ArrayList<>();
        BigDecimal passed = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (BigDecimal weight : weights) {
            passed = passed.add(weight);
            BigDecimal upTo = Money.round(amount.multiply(passed).divide(all, MathContext.DECIMAL128));
            shares.add(upTo.subtract(given));
            given = upTo;
        }
        return Optional.of(shares);
    }
}
