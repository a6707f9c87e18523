package io.mlconnector.domain.trade.conversion;

import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.conversion.UnitConversion.Factor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The conversions of units that F&O knows. Those of a variant come before those of its item, those of an item before those that are
 * true of everything. What contradicts itself is not known: no factor is guessed.
 *
 * @param all of some products, and those of every product
 */
public record UnitConversions(List<UnitConversion> all) {

    /** Nothing is known. */
    public static final UnitConversions NONE = new UnitConversions(List.of());

    public UnitConversions {
        all = List.copyOf(all);
    }

    /** What both know. */
    public UnitConversions and(UnitConversions other) {
        return new UnitConversions(
                Stream.concat(all.stream(), other.all.stream()).distinct().toList());
    }

    /** Every unit that a conversion of one of these products, or of everything, speaks of; each once. */
    public List<UnitSymbol> units(List<String> products) {
        Map<String, UnitSymbol> units = new LinkedHashMap<>();
        all.stream()
                .filter(known -> known.product().isEmpty()
                        || products.stream().anyMatch(known.product().get()::equalsIgnoreCase))
                .flatMap(known -> Stream.of(known.from(), known.to()))
                .forEach(unit -> units.putIfAbsent(unit.symbol().toLowerCase(Locale.ROOT), unit));
        return List.copyOf(units.values());
    }

    /**
     * How many of one unit another is.
     *
     * @param products numbers of the product, the most exact first: of the variant, then of the item
     * @return empty if nothing is known, or if what is known contradicts itself
     */
    public Optional<Factor> factor(List<String> products, UnitSymbol from, UnitSymbol to) {
        if (from.same(to)) {
            return Optional.of(Factor.of(1, 1));
        }
        List<UnitConversion> known = new ArrayList<>();
        for (String product : products) {
            known.addAll(of(Optional.of(product)));
            List<Factor> direct = direct(of(Optional.of(product)), from, to);
            if (!direct.isEmpty()) {
                return agreed(direct);
            }
        }
        known.addAll(of(Optional.empty()));
        List<Factor> direct = direct(of(Optional.empty()), from, to);
        return direct.isEmpty() ? agreed(overOne(known, from, to)) : agreed(direct);
    }

    private List<UnitConversion> of(Optional<String> product) {
        return all.stream()
                .filter(known -> product.isEmpty()
                        ? known.product().isEmpty()
                        : known.product()
                                .filter(product.get()::equalsIgnoreCase)
                                .isPresent())
                .toList();
    }

    /** Those from one to the other, and those the other way, turned round. */
    private static List<Factor> direct(List<UnitConversion> known, UnitSymbol from, UnitSymbol to) {
        return known.stream()
                .flatMap(one -> {
                    if (one.from().same(from) && one.to().same(to)) {
                        return Stream.of(one.factor());
                    }
                    return one.from().same(to) && one.to().same(from)
                            ? Stream.of(one.factor().inverse())
                            : Stream.empty();
                })
                .toList();
    }

    /** By way of a third unit: a case of twelve boxes of ten pieces. */
    private static List<Factor> overOne(List<UnitConversion> known, UnitSymbol from, UnitSymbol to) {
        Map<String, UnitSymbol> between = new LinkedHashMap<>();
        known.stream()
                .flatMap(one -> Stream.of(one.from(), one.to()))
                .filter(unit -> !unit.same(from) && !unit.same(to))
                .forEach(unit -> between.putIfAbsent(unit.symbol().toLowerCase(Locale.ROOT), unit));
        List<Factor> found = new ArrayList<>();
        for (UnitSymbol unit : between.values()) {
            for (Factor first : direct(known, from, unit)) {
                direct(known, unit, to).forEach(second -> found.add(first.times(second)));
            }
        }
        return found;
    }

    private static Optional<Factor> agreed(List<Factor> factors) {
        return factors.stream().findFirst().filter(first -> factors.stream().allMatch(first::same));
    }
}
