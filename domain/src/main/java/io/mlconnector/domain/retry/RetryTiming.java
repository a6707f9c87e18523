package io.mlconnector.domain.retry;

import io.mlconnector.domain.words.FailureClass;
import io.mlconnector.domain.words.Problem;
import java.time.Duration;
import java.util.Optional;

/**
 * When something that did not happen is tried again: exponential with full jitter, bounded, and never before the time
 * that the remote system named.
 *
 * @param first longest wait after the first failure
 * @param most longest wait ever, apart from what a remote system names
 * @param attempts after how many failures it is given up; 1 or more
 * @param askings how often a remote system is asked whether a write happened before its "no" counts; 1 or more
 */
public record RetryTiming(Duration first, Duration most, int attempts, int askings) {

    /** Where the remote system itself fails, this many times as many failures are tolerated. */
    private static final int PATIENCE_WITH_A_FAILING_SYSTEM = 20;

    /**
     * 2 seconds, doubling up to 5 minutes, 15 attempts: about half an hour. Asked 7 times over two minutes: longer than any
     * request may take, so that a slow write has shown itself.
     */
    public static final RetryTiming USUAL = new RetryTiming(Duration.ofSeconds(2), Duration.ofMinutes(5), 15, 7);

    public RetryTiming {
        if (attempts < 1 || first.isNegative() || first.isZero() || most.compareTo(first) < 0 || askings < 1) {
            throw new IllegalArgumentException(
                    "Retry timing needs 0 < first <= most, at least one attempt and at least one asking");
        }
    }

    /** How long to wait after so many askings: 1, 2, 4 … 64 seconds, so that a slow write can show. */
    public static Duration beforeAsking(int asked) {
        return Duration.ofSeconds(1L << Math.min(asked, 6));
    }

    /** How long a remote system is asked for a write before its "no" counts: longer than any write may take. */
    public Duration untilNoCounts() {
        Duration all = Duration.ZERO;
        for (int asked = 1; asked < askings; asked++) {
            all = all.plus(beforeAsking(asked));
        }
        return all;
    }

    /** Whether another try is due after so many failures, the last of them for this reason. */
    public boolean another(int failures, Problem why) {
        return switch (FailureClass.ofNotNow(why)) {
            case THROTTLED, UNREACHABLE -> true;
            case FAILING -> failures < attemptsWhileFailing();
            case TRANSIENT, REFUSED, BLOCKED, UNKNOWN -> failures < attempts;
        };
    }

    /** After how many failures it is given up while the remote system itself fails. */
    public int attemptsWhileFailing() {
        return attempts * PATIENCE_WITH_A_FAILING_SYSTEM;
    }

    /** How many failures there are after one more for this reason. */
    public static int counted(int failures, Problem why) {
        return FailureClass.ofNotNow(why).countsAsAttempt() ? failures + 1 : failures;
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
