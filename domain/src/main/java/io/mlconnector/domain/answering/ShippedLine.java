package io.mlconnector.domain.answering;

import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One item of a shipment (856, HL level I with what stands above it).
 *
 * @param orderNumber PRF01 of the order level above; may be empty
 * @param lineNumber SN101, LIN01 or PRF05: our line number; may be empty
 * @param quantity SN102; empty if absent
 * @param unit SN103; may be empty
 * @param status SN108, data element 668; may be empty
 * @param productIds LIN02 and on
 * @param containers marks of the packs and pallets above (MAN), such as an SSCC; may be empty
 */
public record ShippedLine(
        String orderNumber,
        String lineNumber,
        Optional<BigDecimal> quantity,
        String unit,
        String status,
        List<ProductId> productIds,
        List<String> containers) {
    public ShippedLine {
        Objects.requireNonNull(orderNumber, "orderNumber");
        Objects.requireNonNull(lineNumber, "lineNumber");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(status, "status");
        productIds = List.copyOf(productIds);
        containers = List.copyOf(containers);
    }
}
