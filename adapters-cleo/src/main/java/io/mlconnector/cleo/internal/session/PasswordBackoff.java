package io.mlconnector.cleo.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Delays further attempts after a rejected password: Cleo may lock an account after five wrong passwords within a
 * minute (reference cleo, section 1.7). Thread-safe.
 */
final class PasswordBackoff {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private int refusals;
    private Instant notBefore = Instant.MIN;

    /** Remaining time during which the password must not be sent; empty if it may be sent now. */
    synchronized Optional<Duration> left(Instant now) {
        return now.isBefore(notBefore) ? Optional.of(Duration.between(now, notBefore)) : Optional.empty();
    }

    /** Records a rejected password: each pause is twice as long as the previous one, up to sixteen minutes. */
    synchronized Duration refused(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(refusals, 5));
        refusals++;
        notBefore = now.plus(pause);
        return pause;
    }

    /** Records an accepted password. */
    synchronized void accepted() {
        refusals = 0;
        notBefore = Instant.MIN;
    }
}
