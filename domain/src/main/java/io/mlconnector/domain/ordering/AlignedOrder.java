package io.mlconnector.domain.ordering;

import io.mlconnector.domain.ordering.document.PurchaseOrder;
import java.util.List;
import java.util.Objects;

/**
 * A confirmed order ready to be written in the partner's format.
 *
 * @param order the order as F&O has it
 * @param lines every open line, aligned; in order of their numbers; at least one
 * @param ourName name of the buying company on the document; may be empty
 * @param partnerName name of the vendor on the document; may be empty
 */
public record AlignedOrder(PurchaseOrder order, List<AlignedLine> lines, String ourName, String partnerName) {

    public AlignedOrder {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(ourName, "ourName");
        Objects.requireNonNull(partnerName, "partnerName");
        lines = List.copyOf(lines);
    }
}
