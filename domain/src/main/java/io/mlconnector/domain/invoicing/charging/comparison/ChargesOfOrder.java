package io.mlconnector.domain.invoicing.charging.comparison;

import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.trade.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The charges that F&O has of an order in its present state.
 *
 * @param charges of the order as a whole and of its lines
 * @param complete whether these are all of them: not where F&O does not show those of lines, or one of which nobody can tell what it
 *     comes to
 */
public record ChargesOfOrder(List<One> charges, boolean complete) {

    public ChargesOfOrder {
        charges = List.copyOf(charges);
    }

    /**
     * One of them.
     *
     * @param line number of the order line; 0 if it belongs to the order as a whole
     * @param currency of its amount; empty if F&O does not tell, which is that of the order
     */
    public record One(long line, OrderCharge charge, String currency) {
        public One {
            Objects.requireNonNull(charge, "charge");
            Objects.requireNonNull(currency, "currency");
        }

        /** What it comes to; empty if that cannot be told from the order. */
        Optional<BigDecimal> amount(OpenOrder order) {
            if (!currency.isEmpty()
                    && !currency.equalsIgnoreCase(order.currency().code())) {
                return Optional.empty();
            }
            if (line == 0) {
                return charge.category() == OrderCharge.Category.PER_UNIT
                        ? Optional.empty()
                        : Optional.of(charge.amount(BigDecimal.ZERO, net(order)));
            }
            return order.lines().stream()
                    .filter(one -> one.number() == line)
                    .findFirst()
                    .map(one -> one.cancelled()
                            ? Money.round(BigDecimal.ZERO)
                            : charge.amount(one.quantity().amount(), one.netAmount()));
        }

        private static BigDecimal net(OpenOrder order) {
            return order.lines().stream()
                    .filter(line -> !line.cancelled())
                    .map(OrderLine::netAmount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
