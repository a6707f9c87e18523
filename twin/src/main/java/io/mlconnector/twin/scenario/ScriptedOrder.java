package io.mlconnector.twin.scenario;

import io.mlconnector.twin.dynamics.purchasing.PurchaseOrder;
import io.mlconnector.twin.dynamics.purchasing.PurchaseOrderLine;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of the script.
 *
 * @param order the order as entered
 * @param cancelledLines lines cancelled before it is confirmed
 * @param change what happens to it once its first 850 has been received, or null
 */
public record ScriptedOrder(
        PurchaseOrder order,
        List<Long> cancelledLines,
        @Nullable Change change) {

    /**
     * A change, followed by another confirmation.
     *
     * @param line line whose quantity changes
     * @param quantity its new quantity
     * @param added line that is added
     */
    public record Change(long line, BigDecimal quantity, PurchaseOrderLine added) {}

    /** Copies the list. */
    public ScriptedOrder {
        cancelledLines = List.copyOf(cancelledLines);
    }
}
