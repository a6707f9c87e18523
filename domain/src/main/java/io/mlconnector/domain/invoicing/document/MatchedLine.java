package io.mlconnector.domain.invoicing.document;

import io.mlconnector.domain.ordering.document.OrderLine;
import java.util.Objects;

/**
 * One line of an invoice with the order line that it speaks of; both are in the same unit.
 *
 * @param line as the vendor wrote it
 * @param order the order
 * @param orderLine the line of that order
 */
public record MatchedLine(InvoiceLine line, OpenOrder order, OrderLine orderLine) {

    public MatchedLine {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(orderLine, "orderLine");
    }

    /** Names the order line, to count what is invoiced of it. */
    public String orderLineKey() {
        return order.number() + ":" + orderLine.number();
    }
}
