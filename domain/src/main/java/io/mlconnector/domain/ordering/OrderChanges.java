package io.mlconnector.domain.ordering;

import io.mlconnector.domain.ordering.LineChange.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Computes what a later revision changes, for the 860 (reference x12, section 4). */
public final class OrderChanges {

    private OrderChanges() {}

    /**
     * The lines that differ, in order of their numbers.
     *
     * @param before the revision that the partner has
     * @param after the revision that the partner shall have
     */
    public static List<LineChange> between(AlignedOrder before, AlignedOrder after) {
        Map<Long, AlignedLine> old = byNumber(before);
        Map<Long, AlignedLine> now = byNumber(after);
        TreeSet<Long> numbers = new TreeSet<>(old.keySet());
        numbers.addAll(now.keySet());
        List<LineChange> changes = new ArrayList<>();
        for (Long number : numbers) {
            change(Optional.ofNullable(old.get(number)), Optional.ofNullable(now.get(number)))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    private static Optional<LineChange> change(Optional<AlignedLine> before, Optional<AlignedLine> after) {
        if (after.isEmpty()) {
            return before.map(line -> new LineChange(Kind.CANCELLED, line, BigDecimal.ZERO));
        }
        AlignedLine now = after.get();
        BigDecimal quantity = now.line().quantity().amount();
        if (before.isEmpty()) {
            return Optional.of(new LineChange(Kind.ADDED, now, quantity));
        }
        return kind(before.get(), now).map(kind -> new LineChange(kind, now, quantity));
    }

    private static Optional<Kind> kind(AlignedLine old, AlignedLine now) {
        int quantity =
                now.line().quantity().amount().compareTo(old.line().quantity().amount());
        boolean price =
                now.line().price().perUnit().compareTo(old.line().price().perUnit()) != 0;
        boolean date = !now.line().requestedDelivery().equals(old.line().requestedDelivery())
                || !now.line().details().sameDays(old.line().details());
        boolean other = !now.unit().equals(old.unit())
                || !now.productIds().equals(old.productIds())
                || !now.line().description().equals(old.line().description())
                || !now.line().deliveryAddress().equals(old.line().deliveryAddress())
                || !now.line().details().sameVariant(old.line().details())
                || !now.line().details().sameTerms(old.line().details());
        int told = (quantity != 0 ? 1 : 0) + (price ? 1 : 0) + (date ? 1 : 0);
        if (other) {
            return Optional.of(told > 0 ? Kind.SEVERAL : Kind.OTHER);
        }
        return switch (told) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(
                        price ? Kind.PRICE : date ? Kind.DATE : quantity > 0 ? Kind.QUANTITY_UP : Kind.QUANTITY_DOWN);
            case 2 ->
                Optional.of(!date ? Kind.PRICE_AND_QUANTITY : price ? Kind.DATE_AND_PRICE : Kind.DATE_AND_QUANTITY);
            default -> Optional.of(Kind.SEVERAL);
        };
    }

    private static Map<Long, AlignedLine> byNumber(AlignedOrder order) {
        Map<Long, AlignedLine> lines = new TreeMap<>();
        for (AlignedLine line : order.lines()) {
            lines.put(line.line().number(), line);
        }
        return lines;
    }
}
