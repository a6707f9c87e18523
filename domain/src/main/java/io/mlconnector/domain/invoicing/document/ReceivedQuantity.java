package io.mlconnector.domain.invoicing.document;

import io.mlconnector.domain.trade.Quantity;
import java.util.Objects;

/**
 * What one product receipt says of an order line (reference dynamics, section 4.2).
 *
 * @param orderLine line of the order
 * @param quantity received; negative where a receipt was taken back
 * @param receipt number of the product receipt; may be empty
 */
public record ReceivedQuantity(long orderLine, Quantity quantity, String receipt) {
    public ReceivedQuantity {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(receipt, "receipt");
    }
}
