package io.mlconnector.domain.answering;

import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One ACK segment: what will happen with some quantity of a line (reference x12, sections 5 and 11).
 *
 * @param status ACK01, data element 668, such as {@code IA}
 * @param quantity ACK02; empty if absent
 * @param unit ACK03; may be empty
 * @param dateQualifier ACK04, data element 374, such as {@code 068}; may be empty
 * @param date ACK05, or the DTM that follows; empty if absent
 * @param productIds ACK07 and on: of a substitute where the status is {@code IS}
 * @param industryCode ACK29; may be empty
 */
public record LineCommitment(
        String status,
        Optional<BigDecimal> quantity,
        String unit,
        String dateQualifier,
        Optional<LocalDate> date,
        List<ProductId> productIds,
        String industryCode) {
    public LineCommitment {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(dateQualifier, "dateQualifier");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(industryCode, "industryCode");
        productIds = List.copyOf(productIds);
    }
}
