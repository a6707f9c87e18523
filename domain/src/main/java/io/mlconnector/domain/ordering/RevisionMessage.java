package io.mlconnector.domain.ordering;

import io.mlconnector.domain.agreement.OrderAgreement.Changes;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.List;
import java.util.Objects;

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
     * @param before what the partner knows of the order
     * @param revision number of the change, first change = 1
     * @param agreed what the partner takes
     */
    static RevisionMessage of(AlignedOrder order, PartnerKnowledge before, int revision, Changes agreed) {
        return switch (before) {
            case PartnerKnowledge.None ignored -> first(order);
            case PartnerKnowledge.Known(AlignedOrder sent) -> change(order, sent, revision, agreed);
            case PartnerKnowledge.Unknown(Revision sent) -> blind(order, sent, revision, agreed);
        };
    }

    private static RevisionMessage first(AlignedOrder order) {
        OrderKey key = order.order().key();
        return order.lines().isEmpty()
                ? new Nothing(Problem.of(
                        ProblemCode.NO_OPEN_LINE,
                        key.toString(),
                        "Every line of " + key
                                + " is cancelled and the partner was never sent the order: there is nothing to send."))
                : new Tell(new OrderMessage.NewOrder(order));
    }

    /** A change cannot be told line by line against what nobody knows any more; a full replacement can. */
    private static RevisionMessage blind(AlignedOrder order, Revision sent, int revision, Changes agreed) {
        OrderKey key = order.order().key();
        return switch (agreed) {
            case HOLD -> new Hold(changeHeld(key));
            case REPLACE ->
                new Tell(
                        order.lines().isEmpty()
                                ? new OrderMessage.OrderCancellation(order, revision)
                                : new OrderMessage.ReplacingOrder(order));
            case CHANGE_ORDER ->
                new Hold(Problem.of(
                        ProblemCode.DELIVERED_CONTENT_MISSING,
                        key.orderNumber(),
                        "Order " + key.orderNumber() + " was confirmed again as " + key.confirmationNumber()
                                + ", but the stored content of the delivered revision " + sent.confirmationNumber()
                                + " (document " + sent.document() + ") is gone, so the changes cannot be computed."
                                + " Tell the partner what changed and discard this document, or set orders.changes of"
                                + " the partner to replace and replay it: then the whole order is sent."));
        };
    }

    private static Problem changeHeld(OrderKey key) {
        return Problem.of(
                ProblemCode.CHANGE_HELD,
                key.orderNumber(),
                "Order " + key.orderNumber() + " was confirmed again as " + key.confirmationNumber()
                        + ". Changes to this partner are held by agreement: tell the partner, then discard this"
                        + " document, or set orders.changes to 860 or replace and replay it.");
    }

    private static RevisionMessage change(AlignedOrder order, AlignedOrder before, int revision, Changes agreed) {
        OrderKey key = order.order().key();
        if (recognised(key, before.order().key()) && same(order, before)) {
            return nothingChanged(key, before);
        }
        if (agreed == Changes.HOLD) {
            return new Hold(changeHeld(key));
        }
        if (order.lines().isEmpty()) {
            return before.lines().isEmpty()
                    ? new Nothing(Problem.of(
                            ProblemCode.CANCELLED_ALREADY,
                            key.toString(),
                            "Order " + key.orderNumber() + " was confirmed again without any line; the partner knows of"
                                    + " the cancellation already."))
                    : new Tell(new OrderMessage.OrderCancellation(order, revision));
        }
        if (agreed == Changes.REPLACE) {
            return new Tell(new OrderMessage.ReplacingOrder(order));
        }
        List<LineChange> changes = OrderChanges.between(before, order);
        if (changes.isEmpty() && sameHeader(before.order(), order.order())) {
            return nothingChanged(key, before);
        }
        return new Tell(new OrderMessage.OrderChange(order, revision, changes));
    }

    /** One of the two was recognised by its content: nobody confirmed again, F&O is only read in another way than before. */
    private static boolean recognised(OrderKey key, OrderKey before) {
        return ContentRevision.is(key.confirmationNumber()) || ContentRevision.is(before.confirmationNumber());
    }

    private static boolean same(AlignedOrder order, AlignedOrder before) {
        return OrderChanges.between(before, order).isEmpty() && sameHeader(before.order(), order.order());
    }

    private static Nothing nothingChanged(OrderKey key, AlignedOrder before) {
        return new Nothing(Problem.of(
                ProblemCode.NOTHING_CHANGED,
                key.toString(),
                "Confirmation " + key.confirmationNumber() + " says the same as "
                        + before.order().key().confirmationNumber() + ", which was delivered."));
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
