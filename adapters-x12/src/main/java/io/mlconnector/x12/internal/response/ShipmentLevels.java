package io.mlconnector.x12.internal.response;

import io.mlconnector.domain.answering.ShippedLine;
import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tree of a ship notice's HL levels. Many senders omit the parent or restart the numbering within each level; then
 * the nearest preceding level of a kind that may be a parent is used (reference x12, section 7).
 */
final class ShipmentLevels {
    /** Kinds of level from the outermost in; packs may be parents or children of items. */
    private static final List<String> ORDER = List.of("S", "O", "T", "P", "I");

    private static final class Level {
        private final String kind;
        private final Optional<Level> parent;
        private final List<String> marks = new ArrayList<>();
        private String orderNumber = "";
        private String orderLine = "";
        private String itemLine = "";
        private String shippedLine = "";
        private List<ProductId> productIds = List.of();
        private Optional<BigDecimal> quantity = Optional.empty();
        private String unit = "";
        private String status = "";

        Level(String kind, Optional<Level> parent) {
            this.kind = kind;
            this.parent = parent;
        }
    }

    private final List<Level> levels = new ArrayList<>();
    private final Map<String, Level> byId = new HashMap<>();

    void begin(String id, String parent, String kind) {
        String known = kind.toUpperCase(Locale.ROOT);
        Level level = new Level(known, Optional.ofNullable(byId.get(parent)).or(() -> nearestAbove(known)));
        levels.add(level);
        byId.put(id, level);
    }

    private Optional<Level> nearestAbove(String kind) {
        int rank = ORDER.indexOf(kind);
        for (int i = levels.size() - 1; i >= 0; i--) {
            int other = ORDER.indexOf(levels.get(i).kind);
            if (other >= 0 && other < rank) {
                return Optional.of(levels.get(i));
            }
        }
        return Optional.empty();
    }

    private Level open() {
        return levels.get(levels.size() - 1);
    }

    void order(String number, String line) {
        open().orderNumber = number;
        open().orderLine = line;
    }

    void item(String line, List<ProductId> productIds) {
        open().itemLine = line;
        open().productIds = productIds;
    }

    void shipped(String line, Optional<BigDecimal> quantity, String unit, String status) {
        open().shippedLine = line;
        open().quantity = quantity;
        open().unit = unit.toUpperCase(Locale.ROOT);
        open().status = status.toUpperCase(Locale.ROOT);
    }

    void mark(String mark) {
        if (!mark.isEmpty()) {
            open().marks.add(mark);
        }
    }

    int count() {
        return levels.size();
    }

    /** The levels that say what was shipped: items, and whatever else carries a quantity. */
    List<ShippedLine> lines() {
        return levels.stream()
                .filter(level -> level.kind.equals("I") || level.quantity.isPresent())
                .map(ShipmentLevels::line)
                .toList();
    }

    private static ShippedLine line(Level item) {
        String orderNumber = "";
        String orderLine = "";
        var containers = new ArrayList<String>();
        Optional<Level> level = Optional.of(item);
        while (level.isPresent()) {
            Level here = level.get();
            if (orderNumber.isEmpty()) {
                orderNumber = here.orderNumber;
                orderLine = here.orderLine;
            }
            containers.addAll(here.marks);
            level = here.parent;
        }
        String line = item.shippedLine.isEmpty() ? item.itemLine : item.shippedLine;
        return new ShippedLine(
                orderNumber,
                line.isEmpty() ? orderLine : line,
                item.quantity,
                item.unit,
                item.status,
                item.productIds,
                containers);
    }
}
