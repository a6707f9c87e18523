package io.mlconnector.domain.invoicing;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A tax amount that the vendor states (810, segment TXI, or SAC with a tax code).
 *
 * @param type TXI01, such as {@code ST}; for a SAC its code
 * @param amount what it adds to the invoice; two decimals
 */
public record Tax(String type, BigDecimal amount) {

    public Tax {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(amount, "amount");
    }
}
