package io.mlconnector.ports.access;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The right to call a remote system for a while. Never written to a log: {@link #toString()} hides it.
 *
 * @param value what goes behind {@code Bearer}
 * @param renewAt from when on a new one is fetched; before it expires
 * @param refresh renews without a password; empty if there is none
 */
public record Token(String value, Instant renewAt, Optional<String> refresh) {

    public Token {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(renewAt, "renewAt");
        Objects.requireNonNull(refresh, "refresh");
    }

    @Override
    public String toString() {
        return "Token[renewAt=" + renewAt + "]";
    }
}
