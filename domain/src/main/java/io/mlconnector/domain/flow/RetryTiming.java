package io.mlconnector.domain.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * When something that did not happen is tried again: exponential with full jitter, bounded, and never before the time
 * that the remote system named.
 *
 * @param first longest wait after the first failure
 * @param most longest wait ever, apart from what a remote system names
 * @param attempts after how many failures it is given up; 1 or more
 */
public record RetryTiming(Duration first, Duration most, int attempts) {

    /** 2 seconds, doubling up to 5 minutes, 15 attempts: about half an hour. */
    public static final RetryTiming USUAL = new RetryTiming(Duration.ofSeconds(2), Duration.ofMinutes(5), 15);

    /**
     * Reasons that say nothing about the document: the way is closed for everybody. Waiting for it is not a failed
     * attempt.
     */
    private static final Set<String> CLOSED_WAY = Set.of(
            "throttled", "circuit-open", "credentials-refused", "unreachable", "earlier-revision-moving", "stopping");

    public RetryTiming {
        if (attempts < 1 || first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
            throw new IllegalArgumentException("Retry timing needs 0 < first <= most and at least one attempt");
        }
    }

    /** Whether this reason uses up an attempt. */
    public static boolean countsAsAttempt(Problem why) {
        return !CLOSED_WAY.contains(why.code());
    }

    /** Whether another try is due after so many failures. */
    public boolean another(int failures) {
        return failures < attempts;
    }

    /**
     * How long to wait.
     *
     * @param failures failures so far, 1 or more
     * @param jitter a random number of at least 0 and below 1
     * @param retryAfter what the remote system asked for
     * @return at least 100 ms, at least {@code retryAfter}
     */
    public Duration delay(int failures, double jitter, Optional<Duration> retryAfter) {
        int doublings = Math.min(Math.max(failures, 1) - 1, 20);
        long ceiling = Math.min(most.toMillis(), first.toMillis() << doublings);
        Duration own = Duration.ofMillis(Math.max(100, (long) (ceiling * jitter)));
        return retryAfter.filter(asked -> asked.compareTo(own) > 0).orElse(own);
    }
}
