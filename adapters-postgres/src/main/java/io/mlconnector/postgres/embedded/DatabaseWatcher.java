package io.mlconnector.postgres.embedded;

import io.mlconnector.domain.words.ProblemCode;

/** Is told how the server of an embedded database fares, on an event loop. */
public interface DatabaseWatcher {

    /** The server lives. */
    void lives();

    /**
     * The server does not live.
     *
     * @param code which kind of end it is
     * @param message what happened and what is done about it, for an operator
     */
    void ended(ProblemCode code, String message);
}
