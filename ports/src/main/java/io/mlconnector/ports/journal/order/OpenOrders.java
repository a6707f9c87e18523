package io.mlconnector.ports.journal.order;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Orders of which at least one document is in one of these conditions or was answered so. What a person discarded counts as
 * settled, whatever was answered.
 *
 * @param partner exchanged with this one; empty: with any
 * @param conditions of those that are not settled; may be empty
 * @param acknowledgements of those that are not settled; may be empty
 * @param most orders, at least 1
 */
public record OpenOrders(
        Optional<String> partner, Set<Condition> conditions, Set<Acknowledgement> acknowledgements, int most) {

    /** In these something is still to be done. */
    private static final Set<Condition> UNSETTLED =
            EnumSet.of(Condition.MOVING, Condition.WAITING, Condition.HELD, Condition.UNKNOWN, Condition.FAILED);

    /** After these something is still to be done. */
    private static final Set<Acknowledgement> UNANSWERED =
            EnumSet.of(Acknowledgement.AWAITED, Acknowledgement.OVERDUE, Acknowledgement.REJECTED);

    public OpenOrders {
        Objects.requireNonNull(partner, "partner");
        conditions = Set.copyOf(conditions);
        acknowledgements = Set.copyOf(acknowledgements);
        if (!UNSETTLED.containsAll(conditions) || !UNANSWERED.containsAll(acknowledgements)) {
            throw new IllegalArgumentException("Not open: " + conditions + " " + acknowledgements);
        }
        if (most < 1) {
            throw new IllegalArgumentException("At least one order is asked for, not " + most);
        }
    }

    /** All of which anything is open. */
    public static OpenOrders any(Optional<String> partner, int most) {
        return new OpenOrders(partner, UNSETTLED, UNANSWERED, most);
    }
}
