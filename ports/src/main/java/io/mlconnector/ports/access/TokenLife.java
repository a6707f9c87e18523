package io.mlconnector.ports.access;

import java.time.Instant;
import java.util.Objects;

/**
 * How old a token is, without the token.
 *
 * @param since when it was obtained
 * @param renewAt from when on a new one is fetched
 */
public record TokenLife(Instant since, Instant renewAt) {
    public TokenLife {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(renewAt, "renewAt");
    }
}
