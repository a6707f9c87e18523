package io.mlconnector.ports.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One hour of one direction.
 *
 * @param start when it began
 * @param outbound whether it is of documents that go out
 * @param arrived documents that arrived in it
 * @param stopped documents that came in it and are held or failed now
 * @param median half of those that arrived took no longer, from their entry to their arrival; empty if none arrived
 * @param slow 95 of 100 of those that arrived took no longer; empty if none arrived
 */
public record Hour(
        Instant start,
        boolean outbound,
        long arrived,
        long stopped,
        Optional<Duration> median,
        Optional<Duration> slow) {
    public Hour {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(median, "median");
        Objects.requireNonNull(slow, "slow");
    }
}
