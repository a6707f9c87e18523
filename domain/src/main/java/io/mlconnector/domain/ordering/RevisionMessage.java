package io.mlconnector.domain.ordering;

import io.mlconnector.domain.agreement.OrderAgreement.Changes;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.words.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a revision is told to the partner, given what the partner already has. */
public sealed interface RevisionMessage {

    /**
     * It is told.
     *
     * @param message as what
     */
    record Tell(OrderMessage message) implements RevisionMessage {
        public Tell {
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * There is nothing to tell.
     *
     * @param why the partner knows it already, or the order is empty
     */
    record Nothing(Problem why) implements RevisionMessage {
        public Nothing {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * A person decides.
     *
     * @param why what was agreed
     */
    record Hold(Problem why) implements RevisionMessage {
        public Hold {
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * Decides.
     *
     * @param order the revision, aligned
     * @param before the last revision that was delivered, aligned; empty if the partner has none
     * @param revision number of the change, first change = 1
     * @param agreed what the partner takes
     */
    static RevisionMessage of(AlignedOrder order, Optional<AlignedOrder> before, int revision, Changes agreed) {
        OrderKey key = order.order().key();
        if (before.isEmpty()) {
            return order.lines().isEmpty()
                    ? new Nothing(Problem.of(
                            "no-open-line",
                            key.toString(),
                            "Every line of " + key
                                    + " is cancelled and the partner was never told of it: nothing to send."))
                    : new Tell(new OrderMessage.NewOrder(order));
        }
        if (agreed == Changes.HOLD) {
            return new Hold(Problem.of(
                    "change-held",
                    key.orderNumber(),
                    "Order " + key.orderNumber() + " was confirmed again as " + key.confirmationNumber()
                            + ". Changes to this partner are held by agreement: tell the partner, then discard this"
                            + " document, or set orders.changes to 860 or replace and replay it."));
        }
        if (order.lines().isEmpty()) {
            return before.get().lines().isEmpty()
                    ? new Nothing(Problem.of(
                            "cancelled-already",
                            key.toString(),
                            "Order " + key.orderNumber() + " was confirmed again without any line; the partner knows of"
                                    + " the cancellation already."))
                    : new Tell(new OrderMessage.OrderCancellation(order, revision));
        }
        if (agreed == Changes.REPLACE) {
            return new Tell(new OrderMessage.ReplacingOrder(order));
        }
        List<LineChange> changes = OrderChanges.between(before.get(), order);
        if (changes.isEmpty() && sameHeader(before.get().order(), order.order())) {
            return new Nothing(Problem.of(
                    "nothing-changed",
                    key.toString(),
                    "Confirmation " + key.confirmationNumber() + " says the same as "
                            + before.get().order().key().confirmationNumber() + ", which was delivered."));
        }
        return new Tell(new OrderMessage.OrderChange(order, revision, changes));
    }

    private static boolean sameHeader(PurchaseOrder before, PurchaseOrder after) {
        return before.currency().equals(after.currency())
                && before.requestedDelivery().equals(after.requestedDelivery())
                && before.deliveryAddress().equals(after.deliveryAddress())
                && before.buyer().equals(after.buyer())
                && before.paymentTerms().equals(after.paymentTerms())
                && before.deliveryTerms().equals(after.deliveryTerms())
                && before.details().same(after.details());
    }
}
