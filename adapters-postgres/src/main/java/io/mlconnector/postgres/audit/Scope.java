package io.mlconnector.postgres.audit;

import java.util.Optional;

/**
 * Which entries of the history are exported.
 *
 * @param from the first position; 1 for all
 * @param owner of this document or file alone; empty for all
 */
public record Scope(long from, Optional<String> owner) {

    /** All of it. */
    public static final Scope ALL = new Scope(1, Optional.empty());

    public Scope {
        if (from < 1) {
            throw new IllegalArgumentException("Positions begin with 1, not with " + from);
        }
    }
}
