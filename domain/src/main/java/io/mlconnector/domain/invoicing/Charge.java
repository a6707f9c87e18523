package io.mlconnector.domain.invoicing;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An allowance or a charge that counts (810, segment SAC, after the rules of reference x12, section 13).
 *
 * @param code SAC02, such as {@code D240} for freight; may be empty
 * @param amount what it adds to the invoice: negative for an allowance; two decimals
 * @param description SAC15; may be empty
 */
public record Charge(String code, BigDecimal amount, String description) {

    public Charge {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(description, "description");
    }
}
