package io.mlconnector.domain.invoicing.detail.line;

import io.mlconnector.domain.trade.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a line, such as a component of a kit (810, segment SLN). It does not count towards the total.
 *
 * @param id SLN01
 * @param relation SLN03: I included, O information only, A added, S substituted; may be empty
 * @param quantity SLN04
 * @param unit SLN05-1; may be empty
 * @param price SLN06
 * @param productIds the qualified ids in their order
 */
public record SubLine(
        String id,
        String relation,
        Optional<BigDecimal> quantity,
        String unit,
        Optional<BigDecimal> price,
        List<ProductId> productIds) {

    public SubLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(price, "price");
        productIds = List.copyOf(productIds);
    }
}
