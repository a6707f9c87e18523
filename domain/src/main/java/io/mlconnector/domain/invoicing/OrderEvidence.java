package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What F&O knows of one order besides the order: who invoiced what of it, and what was received.
 *
 * @param pending what pending invoices claim; empty if F&O does not tell
 * @param posted what posted invoices billed, credits negative; empty if F&O does not tell
 * @param received what was received; empty if F&O does not tell
 */
public record OrderEvidence(
        Optional<List<InvoicedQuantity>> pending,
        Optional<List<InvoicedQuantity>> posted,
        Optional<List<ReceivedQuantity>> received) {

    /** F&O tells nothing. */
    public static final OrderEvidence NONE = new OrderEvidence(Optional.empty(), Optional.empty(), Optional.empty());

    public OrderEvidence {
        Objects.requireNonNull(pending, "pending");
        Objects.requireNonNull(posted, "posted");
        Objects.requireNonNull(received, "received");
        pending = pending.map(List::copyOf);
        posted = posted.map(List::copyOf);
        received = received.map(List::copyOf);
    }

    /**
     * Whether something of it is in another unit than that of its order line.
     *
     * @param units of the order's lines, by number; what belongs to no such line does not count
     */
    boolean differs(Map<Long, UnitSymbol> units) {
        return Stream.concat(
                        Stream.of(pending, posted)
                                .flatMap(Optional::stream)
                                .flatMap(List::stream)
                                .map(one -> differs(one.orderLine(), one.quantity(), units)),
                        received.stream()
                                .flatMap(List::stream)
                                .map(one -> differs(one.orderLine(), one.quantity(), units)))
                .anyMatch(differs -> differs);
    }

    private static boolean differs(long line, Quantity quantity, Map<Long, UnitSymbol> units) {
        UnitSymbol ordered = units.get(line);
        return ordered != null && !ordered.same(quantity.unit());
    }
}
