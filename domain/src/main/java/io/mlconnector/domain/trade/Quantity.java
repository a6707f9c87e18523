package io.mlconnector.domain.trade;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How much, in a unit of F&O.
 *
 * @param amount any scale; negative for returns
 * @param unit never null
 */
public record Quantity(BigDecimal amount, UnitSymbol unit) {

    public Quantity {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(unit, "unit");
    }
}
