package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.trade.Quantity;
import java.util.Objects;

/**
 * What a pending vendor invoice in F&O claims of a line of an order.
 *
 * @param orderLine number of the line
 * @param quantity negative on a credit
 * @param headerReference of the invoice
 */
public record InvoicedQuantity(long orderLine, Quantity quantity, String headerReference) {

    public InvoicedQuantity {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(headerReference, "headerReference");
    }
}
