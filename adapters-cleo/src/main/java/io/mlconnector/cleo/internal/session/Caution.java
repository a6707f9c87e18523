package io.mlconnector.cleo.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a refused password from being tried again too soon: Cleo may lock an account after five wrong ones within a
 * minute (reference cleo, section 1.7). Safe for use by several threads.
 */
final class Caution {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private int refusals;
    private Instant notBefore = Instant.MIN;

    /** How long the password must still not be sent; empty if it may be sent now. */
    synchronized Optional<Duration> left(Instant now) {
        return now.isBefore(notBefore) ? Optional.of(Duration.between(now, notBefore)) : Optional.empty();
    }

    /** The password was refused: each pause is twice as long as the one before, up to sixteen minutes. */
    synchronized Duration refused(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(refusals, 5));
        refusals++;
        notBefore = now.plus(pause);
        return pause;
    }

    /** The password was accepted. */
    synchronized void accepted() {
        refusals = 0;
        notBefore = Instant.MIN;
    }
}
