package io.mlconnector.domain.invoicing.document;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A tax amount that the vendor states (810, segment TXI, or SAC with a tax code).
 *
 * @param type TXI01, such as {@code ST}; for a SAC its code
 * @param amount what it adds to the invoice; two decimals
 * @param rate TXI03 as sent: a fraction by the standard, a percentage with some vendors
 * @param base TXI08: what the tax was reckoned from
 */
public record Tax(String type, BigDecimal amount, Optional<BigDecimal> rate, Optional<BigDecimal> base) {

    /** SAC02 of what is a tax and no charge (reference x12, section 6). */
    public static final Set<String> SERVICE_CODES =
            Set.of("H850", "H750", "H740", "H770", "H730", "H700", "H660", "H800", "D360");

    public Tax {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(base, "base");
    }
}
