package io.mlconnector.domain.answering;

import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a vendor says to one line of an order (855 PO1 loop, 865 POC loop).
 *
 * @param lineNumber PO101 or POC01: our line number; empty if absent
 * @param changeCode POC02, data element 670; empty on an 855
 * @param quantity PO102 or POC03: ours or the vendor's, as agreed; empty if absent
 * @param unit PO103 or POC05; may be empty
 * @param price PO104 with its basis; empty if absent
 * @param productIds the qualified ids in their order
 * @param promises the ACK segments in their order: each one fact; may be empty
 */
public record LineResponse(
        String lineNumber,
        String changeCode,
        Optional<BigDecimal> quantity,
        String unit,
        Optional<Price> price,
        List<ProductId> productIds,
        List<LineCommitment> promises) {
    public LineResponse {
        Objects.requireNonNull(lineNumber, "lineNumber");
        Objects.requireNonNull(changeCode, "changeCode");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(price, "price");
        productIds = List.copyOf(productIds);
        promises = List.copyOf(promises);
    }
}
