package io.mlconnector.domain.ordering;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Condition;
import java.util.Objects;

/**
 * One revision of an order, as far as it matters for the others.
 *
 * @param document id of its document
 * @param confirmationNumber F&O {@code ConfirmationNumber}
 * @param standing what the partner has of it
 * @param mayHaveArrived whether the partner may have it, whatever became of its document since
 */
public record Revision(String document, String confirmationNumber, Standing standing, boolean mayHaveArrived) {

    /** A revision whose document is in this state. */
    public static Revision of(String document, String confirmationNumber, FlowState state) {
        return new Revision(document, confirmationNumber, Standing.of(state), state.mayHaveWritten());
    }

    public Revision {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(confirmationNumber, "confirmationNumber");
        Objects.requireNonNull(standing, "standing");
    }

    /** What the partner has of a revision. */
    public enum Standing {
        /** Not settled yet. */
        OPEN,
        /** The partner has it. */
        DELIVERED,
        /** Settled, and nobody knows whether the partner has it. */
        IN_DOUBT,
        /** Settled, and the partner does not have it; or a person said so by discarding it. */
        NOT_SENT;

        /** The standing of a document in this state. */
        static Standing of(FlowState state) {
            if (state instanceof SendingState.Delivered) {
                return DELIVERED;
            }
            if (!state.condition().settled()) {
                return OPEN;
            }
            return state.mayHaveWritten() && state.condition() != Condition.DISCARDED ? IN_DOUBT : NOT_SENT;
        }
    }
}
