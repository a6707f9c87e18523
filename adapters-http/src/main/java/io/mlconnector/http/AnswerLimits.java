package io.mlconnector.http;

import java.time.Duration;
import java.util.Objects;

/**
 * How much of an answer is read, and for how long.
 *
 * @param mostBytes at most so many bytes, after they were inflated; at least 1
 * @param time at most so long from the head of the answer to its end
 */
public record AnswerLimits(long mostBytes, Duration time) {

    public AnswerLimits {
        Objects.requireNonNull(time, "time");
        if (mostBytes < 1) {
            throw new IllegalArgumentException("At least one byte of an answer is read, not " + mostBytes);
        }
    }
}
