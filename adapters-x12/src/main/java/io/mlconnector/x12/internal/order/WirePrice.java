package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.agreement.LineRules;
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
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal DOZEN = BigDecimal.valueOf(12);

    static WirePrice of(Price price, LineRules rules) {
        BigDecimal per = price.per();
        if (per.compareTo(BigDecimal.ONE) == 0) {
            return new WirePrice(price.amount(), "", false);
        }
        String basis = basis(per);
        if (!basis.isEmpty() && rules.priceBases().contains(basis)) {
            return new WirePrice(price.amount(), basis, false);
        }
        BigDecimal exact = price.amount().divide(per, EXACT_DECIMALS, RoundingMode.HALF_UP);
        if (exact.multiply(per).compareTo(price.amount()) == 0) {
            return new WirePrice(exact, "", false);
        }
        return new WirePrice(price.amount().divide(per, rules.priceDecimals(), RoundingMode.HALF_UP), "", true);
    }

    private static String basis(BigDecimal per) {
        if (per.compareTo(HUNDRED) == 0) {
            return "HP";
        }
        if (per.compareTo(THOUSAND) == 0) {
            return "TP";
        }
        if (per.compareTo(DOZEN) == 0) {
            return "PD";
        }
        return per.compareTo(BigDecimal.TEN) == 0 ? "PN" : "";
    }
}
