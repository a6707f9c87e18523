package io.mlconnector.engine.event;

import io.mlconnector.domain.ordering.document.OrderKind;
import java.util.Objects;
import java.util.Optional;

/**
 * What a Business Event says of an order, as it travels on the event bus.
 *
 * @param legalEntity the company, in any case
 * @param orderNumber the order
 * @param kind what kind of order it is, as far as the event tells
 */
public record OrderHint(String legalEntity, String orderNumber, OrderKind kind) {

    public OrderHint {
        Objects.requireNonNull(legalEntity, "legalEntity");
        Objects.requireNonNull(orderNumber, "orderNumber");
        Objects.requireNonNull(kind, "kind");
    }

    /** As text: {@code usmf/PO-1}, or {@code usmf;RETURN/PO-1} where the kind is told. An order number may hold any character. */
    public String text() {
        return legalEntity + (kind == OrderKind.UNKNOWN ? "" : ";" + kind) + "/" + orderNumber;
    }

    /** Reads it; the kind may be missing. Empty if it names no order. */
    public static Optional<OrderHint> read(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String[] parts = text.substring(0, slash).split(";", 2);
        return Optional.of(new OrderHint(
                parts[0], text.substring(slash + 1), parts.length > 1 ? kind(parts[1]) : OrderKind.UNKNOWN));
    }

    private static OrderKind kind(String name) {
        for (OrderKind kind : OrderKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return OrderKind.UNKNOWN;
    }
}
