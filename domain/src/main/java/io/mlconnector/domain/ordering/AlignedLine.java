package io.mlconnector.domain.ordering;

import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.UnitCode;
import java.util.List;
import java.util.Objects;

/**
 * An order line in words that the partner understands.
 *
 * @param line the line as F&O has it
 * @param unit the unit in X12 terms
 * @param productIds how the product is named, most telling first; empty on a category line; at most ten
 */
public record AlignedLine(OrderLine line, UnitCode unit, List<ProductId> productIds) {

    public AlignedLine {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(unit, "unit");
        productIds = List.copyOf(productIds);
    }
}
