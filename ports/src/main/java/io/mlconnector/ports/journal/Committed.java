package io.mlconnector.ports.journal;

import io.mlconnector.domain.words.DocumentId;
import java.util.Objects;

/** What became of a commit. */
public sealed interface Committed {

    /** It stands. */
    record Stands() implements Committed {}

    /** There was no change to make: nothing was changed, and no number was taken. */
    record NotMade() implements Committed {}

    /** Somebody else has the document now; nothing was changed and the caller must stop working on it. */
    record Fenced() implements Committed {}

    /**
     * Another document has the job key; nothing was changed.
     *
     * @param owner that document
     */
    record KeyTaken(DocumentId owner) implements Committed {
        public KeyTaken {
            Objects.requireNonNull(owner, "owner");
        }
    }
}
