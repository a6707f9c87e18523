package io.mlconnector.domain.invoicing.document;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A tax amount that the vendor states (810, segment TXI, or SAC with a tax code).
 *
 * @param type TXI01, such as {@code ST}; for a SAC its code
 * @param amount what it adds to the invoice; two decimals
 * @param rate TXI03 as sent: a fraction by the standard, a percentage with some vendors
 * @param base TXI08: what the tax was reckoned from
 */
public record Tax(String type, BigDecimal amount, Optional<BigDecimal> rate, Optional<BigDecimal> base) {

    public Tax {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(base, "base");
    }
}
