package io.mlconnector.verification.verify.trouble;

import java.time.Instant;
import java.util.Set;

/**
 * A daemon was killed.
 *
 * @param at when it was dead
 * @param moving documents that it left in the middle
 */
public record Kill(Instant at, Set<String> moving) {

    public Kill {
        moving = Set.copyOf(moving);
    }
}
