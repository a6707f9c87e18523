package io.mlconnector.ports.journal.order;

import java.util.Objects;

/**
 * By which everything about an order is found.
 *
 * @param connection short name
 * @param orderNumber as one of its documents has it; compared without regard to case
 */
public record OrderReference(String connection, String orderNumber) {
    public OrderReference {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(orderNumber, "orderNumber");
    }
}
