package io.mlconnector.verification.verify.trouble;

import java.time.Instant;
import java.util.Set;

/**
 * A daemon was killed.
 *
 * @param at when its process had ended
 * @param moving ids of the documents that it left unfinished
 */
public record Kill(Instant at, Set<String> moving) {

    public Kill {
        moving = Set.copyOf(moving);
    }
}
