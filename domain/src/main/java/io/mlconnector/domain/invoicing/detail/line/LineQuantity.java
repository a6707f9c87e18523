package io.mlconnector.domain.invoicing.detail.line;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A further quantity of a line (810, segment QTY).
 *
 * @param qualifier QTY01, such as {@code 39} for shipped
 * @param quantity QTY02
 * @param unit QTY03-1; may be empty
 */
public record LineQuantity(String qualifier, BigDecimal quantity, String unit) {

    public LineQuantity {
        Objects.requireNonNull(qualifier, "qualifier");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
    }
}
