package io.mlconnector.domain.invoicing.charging;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A charge of an invoice in F&O's terms.
 *
 * @param number our number of the charge within the invoice, 1, 2, 3 …
 * @param line number of the invoice line that it belongs to; empty if it belongs to the header
 * @param chargesCode of F&O
 * @param amount what it adds to the invoice, two decimals: negative for an allowance
 * @param description text; may be empty
 */
public record ChargeToPost(
        int number, Optional<Integer> line, String chargesCode, BigDecimal amount, String description) {
    public ChargeToPost {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(chargesCode, "chargesCode");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(description, "description");
    }
}
