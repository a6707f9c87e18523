package io.mlconnector.verification.verify;

import java.time.Instant;
import java.util.Set;

/**
 * A daemon was killed.
 *
 * @param at when it was dead
 * @param moving documents that it left in the middle
 */
record Kill(Instant at, Set<String> moving) {

    Kill {
        moving = Set.copyOf(moving);
    }
}
