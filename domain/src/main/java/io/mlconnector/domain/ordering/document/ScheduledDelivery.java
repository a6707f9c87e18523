package io.mlconnector.domain.ordering.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One of several deliveries of a line.
 *
 * @param number F&O {@code LineNumber} of the delivery line
 * @param quantity in the unit of the line; greater than zero
 * @param day when it is wanted
 */
public record ScheduledDelivery(long number, BigDecimal quantity, LocalDate day) {

    public ScheduledDelivery {
        Objects.requireNonNull(day, "day");
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("A delivery of " + quantity.toPlainString());
        }
    }

    /** Whether both lists hold the same deliveries; how a quantity is written does not matter. */
    public static boolean same(List<ScheduledDelivery> some, List<ScheduledDelivery> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            ScheduledDelivery one = some.get(i);
            ScheduledDelivery other = others.get(i);
            if (one.number != other.number
                    || one.quantity.compareTo(other.quantity) != 0
                    || !one.day.equals(other.day)) {
                return false;
            }
        }
        return true;
    }
}
