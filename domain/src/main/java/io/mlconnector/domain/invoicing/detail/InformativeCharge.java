package io.mlconnector.domain.invoicing.detail;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * An allowance or charge that does not count towards the total: for information, or billed some other way (810,
 * segment SAC; reference x12, section 13).
 *
 * @param indicator SAC01, such as {@code N}
 * @param code SAC02; may be empty
 * @param amount SAC05 as sent, without a sign of ours
 * @param percent SAC07
 * @param handling SAC12, such as {@code 15} for information only; may be empty
 * @param description SAC15; may be empty
 */
public record InformativeCharge(
        String indicator,
        String code,
        Optional<BigDecimal> amount,
        Optional<BigDecimal> percent,
        String handling,
        String description) {

    public InformativeCharge {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(percent, "percent");
        Objects.requireNonNull(handling, "handling");
        Objects.requireNonNull(description, "description");
    }
}
