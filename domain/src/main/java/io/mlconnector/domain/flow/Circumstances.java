package io.mlconnector.domain.flow;

import io.mlconnector.domain.retry.RetryTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the decisions of one visit depend on besides the state.
 *
 * @param now the time
 * @param jitter a random number of at least 0 and below 1
 * @param timing when to try again
 */
public record Circumstances(Instant now, double jitter, RetryTiming timing) {

    /** The step that waits out a failure. */
    public Step waitAfter(int failures, Optional<Duration> retryAfter) {
        return new Step.WaitUntil(now.plus(timing.delay(Math.max(failures, 1), jitter, retryAfter)));
    }

    /** The step that waits before the remote system is asked again: 2, 4, 8 … 64 seconds, so that a slow write can show. */
    public Step waitBeforeAsking(int asked) {
        return new Step.WaitUntil(now.plus(RetryTiming.beforeAsking(asked)));
    }
}
