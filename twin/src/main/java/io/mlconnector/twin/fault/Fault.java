package io.mlconnector.twin.fault;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One fault of one request. */
public sealed interface Fault {

    /** The connection closes before the request does anything. */
    record DropBeforeWork() implements Fault {}

    /** The request is executed, then the connection closes without a response: the outcome is unknown to the caller. */
    record DropAfterWork() implements Fault {}

    /**
     * The connection closes without a response, and the request is executed only later: until then the system
     * does not show its effect.
     *
     * @param after delay until it is executed
     */
    record LateWork(Duration after) implements Fault {}

    /**
     * A response instead of the real one; the request is not executed.
     *
     * @param status HTTP status
     * @param body body, possibly empty
     * @param headers headers of the answer
     */
    record Answer(int status, String body, Map<String, String> headers) implements Fault {
        /** Copies the headers. */
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * 429 in the format of the system that was called; the request is not executed.
     *
     * @param retryAfterSeconds value of Retry-After, or null for a response without that header
     */
    record Throttle(@Nullable Integer retryAfterSeconds) implements Fault {}

    /**
     * The same as {@link Throttle}, with an HTTP date, which knows only whole seconds, in Retry-After.
     *
     * @param seconds from the answer to that date, before it is rounded up to a whole second
     */
    record ThrottleUntil(int seconds) implements Fault {}

    /** 401 in the format of the system that was called, as if the token had expired; the request is not executed. */
    record ExpiredToken() implements Fault {}

    /**
     * The request is executed after a delay.
     *
     * @param duration the delay
     */
    record Delay(Duration duration) implements Fault {}

    /**
     * The request is executed and its response announced in full length, but the connection closes early.
     *
     * @param bytes how many bytes of the body still arrive
     */
    record TruncateBody(int bytes) implements Fault {}

    /**
     * 429 for one part inside a batch whose outer status stays 200. No effect outside {@code $batch}.
     *
     * @param part the part in the order of the batch, from 0; a change set is one part
     * @param retryAfterSeconds value of the part's own Retry-After, or null
     */
    record ThrottlePart(int part, @Nullable Integer retryAfterSeconds) implements Fault {}

    /**
     * The request is executed, and an answer that never ends comes instead of its response, as fast as it is read. To callers that
     * take gzip it is inflating: a thousand times as large as what is sent.
     */
    record EndlessAnswer() implements Fault {}

    /**
     * The request is executed, and an answer that never ends comes instead of its response, a byte at a time.
     *
     * @param every time between two bytes, at least a millisecond
     */
    record DrippingAnswer(Duration every) implements Fault {}
}
