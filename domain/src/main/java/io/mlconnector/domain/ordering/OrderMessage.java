package io.mlconnector.domain.ordering;

import java.util.List;
import java.util.Objects;

/** What is told to the vendor about one revision of an order. */
public sealed interface OrderMessage {

    /** The order in its state after this revision. */
    AlignedOrder order();

    /**
     * The first revision: an 850 with purpose 00.
     *
     * @param order all open lines
     */
    record NewOrder(AlignedOrder order) implements OrderMessage {
        public NewOrder {
            Objects.requireNonNull(order, "order");
        }
    }

    /**
     * A later revision told as a whole: an 850 with purpose 05 (replace).
     *
     * @param order all open lines
     */
    record ReplacingOrder(AlignedOrder order) implements OrderMessage {
        public ReplacingOrder {
            Objects.requireNonNull(order, "order");
        }
    }

    /**
     * A later revision told by its differences: an 860.
     *
     * @param order the order after the change
     * @param revision number of the change, first change = 1 (BCH05)
     * @param changes the lines that differ; empty if only the header differs
     */
    record OrderChange(AlignedOrder order, int revision, List<LineChange> changes) implements OrderMessage {
        public OrderChange {
            Objects.requireNonNull(order, "order");
            changes = List.copyOf(changes);
        }
    }

    /**
     * All lines are cancelled: an 860 with purpose 01.
     *
     * @param order the order with its header; has no aligned lines
     * @param revision number of the change, first change = 1 (BCH05)
     */
    record OrderCancellation(AlignedOrder order, int revision) implements OrderMessage {
        public OrderCancellation {
            Objects.requireNonNull(order, "order");
        }
    }

    /** ST01 of the transaction set that carries this. */
    default String transactionSetId() {
        return switch (this) {
            case NewOrder ignored -> "850";
            case ReplacingOrder ignored -> "850";
            case OrderChange ignored -> "860";
            case OrderCancellation ignored -> "860";
        };
    }
}
