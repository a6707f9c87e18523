package io.mlconnector.domain.invoicing.detail.line;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A further price of a line (810, segment CTP).
 *
 * @param tradeClass CTP01; may be empty
 * @param type CTP02, such as {@code RTL}; may be empty
 * @param price CTP03
 * @param quantity CTP04
 * @param unit CTP05-1; may be empty
 */
public record LinePrice(
        String tradeClass, String type, Optional<BigDecimal> price, Optional<BigDecimal> quantity, String unit) {

    public LinePrice {
        Objects.requireNonNull(tradeClass, "tradeClass");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
    }
}
