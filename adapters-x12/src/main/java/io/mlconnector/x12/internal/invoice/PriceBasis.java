package io.mlconnector.x12.internal.invoice;

import java.math.BigDecimal;

/** For how many units a price is: data element 639 (reference x12, section 11). */
public final class PriceBasis {
    private PriceBasis() {}

    /**
     * How many units the price is for.
     *
     * @param code in upper case; an unknown one, or none, counts as one unit
     */
    public static BigDecimal divisor(String code) {
        return switch (code) {
            case "HP", "HF" -> BigDecimal.valueOf(100);
            case "TP" -> BigDecimal.valueOf(1000);
            case "PD" -> BigDecimal.valueOf(12);
            case "PN" -> BigDecimal.TEN;
            default -> BigDecimal.ONE;
        };
    }
}
