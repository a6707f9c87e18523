package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.trade.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A price as PO104 and PO105 carry it (reference x12, sections 3 and 11, price basis 639).
 *
 * @param amount PO104
 * @param basis PO105; empty for a price per unit
 * @param rounded whether the price had to be divided and does not come out even
 */
record WirePrice(BigDecimal amount, String basis, boolean rounded) {
    private static final int EXACT_DECIMALS = 12;
    private static final int ROUNDED_DECIMALS = 6;

    static WirePrice of(Price price) {
        BigDecimal per = price.per();
        String basis = basis(per);
        if (!basis.isEmpty() || per.compareTo(BigDecimal.ONE) == 0) {
            return new WirePrice(price.amount(), basis, false);
        }
        BigDecimal exact = price.amount().divide(per, EXACT_DECIMALS, RoundingMode.HALF_UP);
        if (exact.multiply(per).compareTo(price.amount()) == 0) {
            return new WirePrice(exact, "", false);
        }
        return new WirePrice(price.amount().divide(per, ROUNDED_DECIMALS, RoundingMode.HALF_UP), "", true);
    }

    private static String basis(BigDecimal per) {
        if (per.compareTo(BigDecimal.valueOf(100)) == 0) {
            return "HP";
        }
        if (per.compareTo(BigDecimal.valueOf(1000)) == 0) {
            return "TP";
        }
        if (per.compareTo(BigDecimal.valueOf(12)) == 0) {
            return "PD";
        }
        return per.compareTo(BigDecimal.TEN) == 0 ? "PN" : "";
    }
}
