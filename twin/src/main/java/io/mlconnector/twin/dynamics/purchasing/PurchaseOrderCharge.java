package io.mlconnector.twin.dynamics.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A charge on a purchase order or one of its lines.
 *
 * @param lineNumber its line, 0 for the order as a whole
 * @param code charges code
 * @param category {@code Fixed}, {@code Pcs} (a line's only) or {@code Percent}
 * @param value amount, amount per unit or percents
 * @param description text
 */
public record PurchaseOrderCharge(long lineNumber, String code, String category, BigDecimal value, String description) {

    /**
     * Its amount.
     *
     * @param quantity ordered quantity of the line or order charged
     * @param net net amount of the line or order charged
     * @return an amount, to two places
     */
    BigDecimal amount(BigDecimal quantity, BigDecimal net) {
        return switch (category) {
            case "Pcs" -> value.multiply(quantity);
            case "Percent" -> value.multiply(net).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
            default -> value;
        };
    }
}
