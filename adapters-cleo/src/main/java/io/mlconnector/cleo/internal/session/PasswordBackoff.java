package io.mlconnector.cleo.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * When the password may be sent: at most twice a minute, half a minute after a refusal, and after two refusals in a row not for
 * an hour, because Cleo may lock an account after five wrong passwords within a minute (reference cleo, section 1.7).
 * Thread-safe.
 */
final class PasswordBackoff {

    /** After one refusal; twice as long is a minute. */
    static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(30);

    /** After two refusals in a row a person has to look. */
    static final Duration STOPPED = Duration.ofHours(1);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int A_MINUTE = 2;
    private static final int STOPS_AFTER = 2;

    private final Deque<Instant> judged = new ArrayDeque<>();
    private int refusals;
    private Instant notBefore = Instant.MIN;

    /** Remaining time during which the password must not be sent; empty if it may be sent now. */
    synchronized Optional<Duration> left(Instant now) {
        if (now.isBefore(notBefore)) {
            return Optional.of(Duration.between(now, notBefore));
        }
        judged.removeIf(at -> !now.isBefore(at.plus(MINUTE)));
        return judged.size() < A_MINUTE
                ? Optional.empty()
                : Optional.of(Duration.between(now, judged.getFirst().plus(MINUTE)));
    }

    /** Whether it was refused so often that a person has to look. */
    synchronized boolean stopped() {
        return refusals >= STOPS_AFTER;
    }

    /** Whether the last password was refused. */
    synchronized boolean refused() {
        return refusals > 0;
    }

    /** Records a rejected password. */
    synchronized Duration refused(Instant now) {
        refusals++;
        Duration pause = refusals >= STOPS_AFTER ? STOPPED : AFTER_A_REFUSAL;
        judged.addLast(now);
        notBefore = now.plus(pause);
        return pause;
    }

    /** Records an accepted password. */
    synchronized void accepted(Instant now) {
        judged.addLast(now);
        good();
    }

    /** Records that the password is right, without a sign-in. */
    synchronized void good() {
        refusals = 0;
        notBefore = Instant.MIN;
    }
}
