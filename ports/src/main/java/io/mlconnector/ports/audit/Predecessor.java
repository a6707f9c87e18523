package io.mlconnector.ports.audit;

import java.util.Objects;

/**
 * The entry that stands before another in the history of their owner, as stored.
 *
 * @param number its place there
 * @param hash its hash
 */
public record Predecessor(long number, String hash) {
    public Predecessor {
        Objects.requireNonNull(hash, "hash");
    }
}
