package io.mlconnector.twin.fault;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that goes wrong with one request. */
public sealed interface Fault {

    /** The connection closes before the request does anything. */
    record DropBeforeWork() implements Fault {}

    /** The request is carried out, then the connection closes without an answer: the caller cannot know. */
    record DropAfterWork() implements Fault {}

    /**
     * The connection closes without an answer, and only later is the request carried out: asked in between, the system
     * knows nothing of it.
     *
     * @param after how much later
     */
    record LateWork(Duration after) implements Fault {}

    /**
     * An answer in place of the real one; nothing is carried out.
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
     * 429 in the words of the system that was called; nothing is carried out.
     *
     * @param retryAfterSeconds value of Retry-After, or null for an answer without that header
     */
    record Throttle(@Nullable Integer retryAfterSeconds) implements Fault {}

    /**
     * The same as {@link Throttle}, with an HTTP date, which knows only whole seconds, in Retry-After.
     *
     * @param seconds from the answer to that date, before it is rounded up to a whole second
     */
    record ThrottleUntil(int seconds) implements Fault {}

    /** 401 in the words of the system that was called, as if the token had expired; nothing is carried out. */
    record ExpiredToken() implements Fault {}

    /**
     * The request is carried out only after a while.
     *
     * @param duration how long the request lies still
     */
    record Delay(Duration duration) implements Fault {}

    /**
     * The request is carried out and its answer announced in full length, but the connection closes early.
     *
     * @param bytes how many bytes of the body still arrive
     */
    record TruncateBody(int bytes) implements Fault {}

    /**
     * 429 for one part inside a batch whose outer status stays 200. Of no effect outside {@code $batch}.
     *
     * @param part the part in the order of the batch, from 0; a change set is one part
     * @param retryAfterSeconds value of the part's own Retry-After, or null
     */
    record ThrottlePart(int part, @Nullable Integer retryAfterSeconds) implements Fault {}
}
