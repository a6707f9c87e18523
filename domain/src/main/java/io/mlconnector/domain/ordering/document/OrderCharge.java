package io.mlconnector.domain.ordering.document;

import io.mlconnector.domain.trade.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A charge or an allowance that the buyer put on an order or on one of its lines.
 *
 * @param code F&O charge code, such as {@code FREIGHT}; not blank
 * @param category how the value counts
 * @param value an amount, an amount per unit or percents; negative for an allowance
 * @param description text; may be empty
 */
public record OrderCharge(String code, Category category, BigDecimal value, String description) {

    public OrderCharge {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(description, "description");
        if (code.isBlank()) {
            throw new IllegalArgumentException("A charge without a code");
        }
    }

    /** What the value of a charge is. */
    public enum Category {
        /** An amount for the whole order or line. */
        FIXED,
        /** An amount for each ordered unit of the line. */
        PER_UNIT,
        /** Percents of the net amount of the order or line. */
        PERCENT
    }

    /**
     * What it comes to, two decimals, half up.
     *
     * @param quantity ordered units; not looked at for an order as a whole
     * @param netAmount of what it is put on
     */
    public BigDecimal amount(BigDecimal quantity, BigDecimal netAmount) {
        return Money.round(
                switch (category) {
                    case FIXED -> value;
                    case PER_UNIT -> value.multiply(quantity);
                    case PERCENT -> value.multiply(netAmount).movePointLeft(2);
                });
    }

    /** Whether both lists hold the same charges; how a number is written does not matter. */
    public static boolean same(List<OrderCharge> some, List<OrderCharge> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            OrderCharge one = some.get(i);
            OrderCharge other = others.get(i);
            if (!one.code.equals(other.code)
                    || one.category != other.category
                    || one.value.compareTo(other.value) != 0
                    || !one.description.equals(other.description)) {
                return false;
            }
        }
        return true;
    }
}
