package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import java.util.Optional;

/**
 * Where a document stands; stored after every decision. It is somewhere on its way ({@link Progress}, of which each flow has a
 * sealed family of its own), or it was {@link Stopped} there, which is the same for all flows.
 */
public sealed interface FlowState permits Restorable, Stopped {

    /** The place on its way: this very state, or the one in which it was stopped. */
    Progress progress();

    /** How far the document has come. */
    Stage stage();

    /** How it is doing, leaving aside whether it waits for a time. */
    Condition condition();

    /**
     * Whether a remote system may have something of this document: then it is never begun anew, and no other document takes
     * over its job.
     */
    boolean mayHaveWritten();

    /** Why it stands still; empty while it moves. */
    Optional<Problem> reason();

    /** The document that this one repeats; empty if it repeats none. */
    default Optional<DocumentId> duplicateOf() {
        return Optional.empty();
    }

    /** The document that took the place of this one; empty if none did. */
    default Optional<DocumentId> replacedBy() {
        return Optional.empty();
    }
}
