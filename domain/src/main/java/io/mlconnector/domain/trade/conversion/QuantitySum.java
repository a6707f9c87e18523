package io.mlconnector.domain.trade.conversion;

import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.conversion.UnitConversion.Factor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Quantities of one product, added up in one unit. What F&O does not convert stands beside the sum: it is neither guessed nor lost.
 *
 * @param counted in the unit that was asked for, exact
 * @param uncounted what cannot be converted, one quantity for each unit, none of them zero
 */
public record QuantitySum(Fraction counted, List<Quantity> uncounted) {

    /** Nothing. */
    public static final QuantitySum NONE = new QuantitySum(Fraction.ZERO, List.of());

    public QuantitySum {
        uncounted = List.copyOf(uncounted);
    }

    /**
     * Adds up. Each unit is added up by itself before it is converted, so that twelve times one of twelve is one.
     *
     * @param quantities in any units
     * @param unit of the sum
     * @param products numbers of the product, the most exact first
     * @param known what F&O converts
     */
    public static QuantitySum of(
            List<Quantity> quantities, UnitSymbol unit, List<String> products, UnitConversions known) {
        Map<String, Quantity> byUnit = new LinkedHashMap<>();
        quantities.forEach(one -> byUnit.merge(
                one.unit().symbol().toLowerCase(Locale.ROOT),
                one,
                (before, more) -> new Quantity(before.amount().add(more.amount()), before.unit())));
        Fraction counted = Fraction.ZERO;
        List<Quantity> uncounted = new ArrayList<>();
        for (Quantity one : byUnit.values()) {
            Optional<Factor> factor = known.factor(products, one.unit(), unit);
            if (factor.isPresent()) {
                BigDecimal numerator = one.amount().multiply(factor.get().numerator());
                counted = counted.plus(new Fraction(numerator, factor.get().denominator()));
            } else if (one.amount().signum() != 0) {
                uncounted.add(one);
            }
        }
        return new QuantitySum(counted, uncounted);
    }

    /** Both together. */
    public QuantitySum and(QuantitySum other) {
        List<Quantity> all = new ArrayList<>(uncounted);
        all.addAll(other.uncounted);
        return new QuantitySum(counted.plus(other.counted), all);
    }

    /** Whether something beside the sum might make it greater. */
    public boolean maybeMore() {
        return uncounted.stream().anyMatch(one -> one.amount().signum() > 0);
    }

    /** Whether something beside the sum might make it less. */
    public boolean maybeLess() {
        return uncounted.stream().anyMatch(one -> one.amount().signum() < 0);
    }

    /** For people: {@code 10}, {@code 10 and 3 cs}. */
    @Override
    public String toString() {
        return counted + told(uncounted);
    }

    private static String told(List<Quantity> more) {
        return more.stream()
                .map(one -> " and " + Fraction.of(one.amount()) + " " + one.unit())
                .collect(Collectors.joining());
    }
}
