package io.mlconnector.engine.intervention.condition;

import io.mlconnector.domain.words.DocumentId;

/** A document is not what whoever acts on it has seen, so that nothing was done. */
public final class ChangedMeanwhileException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Of this one. */
    public ChangedMeanwhileException(DocumentId id) {
        super("Document " + id
                + " has changed since it was read, so nothing was done. Read it again, and decide again.");
    }
}
