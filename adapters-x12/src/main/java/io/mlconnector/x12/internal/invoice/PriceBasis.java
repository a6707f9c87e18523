package io.mlconnector.x12.internal.invoice;

import java.math.BigDecimal;

/** For how many units a price is: data element 639 (reference x12, section 11). */
final class PriceBasis {
    private PriceBasis() {}

    /** The divisor for a code in upper case. */
    static BigDecimal divisor(String code) {
        return switch (code) {
            case "HP", "HF" -> BigDecimal.valueOf(100);
            case "TP" -> BigDecimal.valueOf(1000);
            case "PD" -> BigDecimal.valueOf(12);
            case "PN" -> BigDecimal.TEN;
            default -> BigDecimal.ONE;
        };
    }
}
