package io.mlconnector.postgres.embedded;

/** Is told how the server of an embedded database fares, on an event loop. */
public interface DatabaseWatcher {

    /** The server lives. */
    void lives();

    /**
     * The server does not live.
     *
     * @param code one word for it
     * @param message what happened and what is done about it, for an operator
     */
    void ended(String code, String message);
}
