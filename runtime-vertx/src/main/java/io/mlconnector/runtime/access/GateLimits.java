package io.mlconnector.runtime.access;

import io.mlconnector.domain.retry.CircuitRule;
import java.time.Duration;

/**
 * How much a gate lets through.
 *
 * @param requestsPerSecond for each rate key; 0 for no limit
 * @param mostAtOnce requests under way, of all rate keys together, while there is no trouble
 * @param failuresToOpen so many failures in a row and the system is left alone
 * @param pauseWhenOpen for how long
 */
public record GateLimits(double requestsPerSecond, int mostAtOnce, int failuresToOpen, Duration pauseWhenOpen) {

    /** For F&O: no published rate; few at once, because it throttles by load. */
    public static final GateLimits DYNAMICS = new GateLimits(0, 6, CircuitRule.FAILURES, CircuitRule.PAUSE);

    /** For Cleo. */
    public static GateLimits cleo(double requestsPerSecond) {
        return new GateLimits(requestsPerSecond, 6, CircuitRule.FAILURES, CircuitRule.PAUSE);
    }
}
