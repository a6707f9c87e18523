package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import java.util.Optional;

/**
 * The place of a document on its way; stored after every decision. Each flow has a sealed family of its own: {@code
 * SendingState} and {@code InvoiceState}.
 */
public interface FlowState {

    /** How far the document has come. */
    Stage stage();

    /** How it is doing, leaving aside whether it waits for a time. */
    default Condition condition() {
        return Condition.MOVING;
    }

    /**
     * Whether a remote system may have something of this document: then it is never begun anew, and no other document takes
     * over its job.
     */
    default boolean mayHaveWritten() {
        return false;
    }

    /** Why it stands still; empty while it moves. */
    default Optional<Problem> reason() {
        return Optional.empty();
    }
}
