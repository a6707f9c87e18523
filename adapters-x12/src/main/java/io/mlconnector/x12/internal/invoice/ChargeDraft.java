package io.mlconnector.x12.internal.invoice;

import io.mlconnector.domain.invoicing.document.Tax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A SAC segment, or an ITA of older releases, that affects the invoice amount (reference x12, section 13).
 *
 * @param indicator SAC01, ITA01: A, which reduces the amount payable, or C
 * @param code SAC02, ITA14
 * @param amount SAC05, ITA07
 * @param percent SAC07, ITA09
 * @param rate SAC08, ITA06
 * @param rateQuantity SAC10, ITA10
 * @param handling SAC12, ITA04
 * @param description SAC15, ITA13
 * @param agency SAC03, ITA02
 * @param agencyCode SAC04, ITA03
 */
record ChargeDraft(
        String indicator,
        String code,
        Optional<BigDecimal> amount,
        Optional<BigDecimal> percent,
        Optional<BigDecimal> rate,
        Optional<BigDecimal> rateQuantity,
        String handling,
        String description,
        String agency,
        String agencyCode) {
    boolean allowance() {
        return indicator.equals("A");
    }

    boolean isTax() {
        return Tax.SERVICE_CODES.contains(code);
    }

    /** Whether an amount can be determined. */
    boolean hasAmount() {
        return amount.isPresent() || percent.isPresent() || rate.isPresent();
    }

    /** The amount itself, else the percentage of {@code basis}, else the rate for its quantity or {@code quantity}. */
    BigDecimal size(Supplier<BigDecimal> basis, Supplier<BigDecimal> quantity) {
        return amount.or(() -> percent.map(part -> basis.get().multiply(part).movePointLeft(2)))
                .or(() -> rate.map(each -> each.multiply(rateQuantity.orElseGet(quantity))))
                .orElse(BigDecimal.ZERO)
                .setScale(2, RoundingMode.HALF_UP);
    }
}
