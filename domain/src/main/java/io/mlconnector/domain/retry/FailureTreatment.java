package io.mlconnector.domain.retry;

import io.mlconnector.domain.words.FailureClass;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done about each class of failures, in words; {@code docs/retries.md} is written from it.
 *
 * @param examples what belongs to it
 * @param after when it is tried again
 * @param then what becomes of the document
 */
public record FailureTreatment(String examples, String after, String then) {

    /** The treatment of a class. */
    public static FailureTreatment of(FailureClass failure) {
        return switch (failure) {
            case THROTTLED ->
                new FailureTreatment(
                        "429, or 503 with Retry-After, also inside a batch",
                        "at the named time, in seconds or as a date; without one after " + pauses(),
                        "nobody sends anything of that kind before; then again, without end");

            case UNREACHABLE ->
                new FailureTreatment(
                        "no connection, credentials refused, circuit breaker open, queue of the gate full, journal not answering",
                        backoff() + "; the circuit breaker opens for " + CircuitRule.PAUSE.toSeconds() + " s after "
                                + CircuitRule.FAILURES + " failures in a row",
                        "again, without end: a wait is not a failed attempt");

            case FAILING ->
                new FailureTreatment(
                        "5xx without a reason of its own, an HTML page instead of data, an answer that cannot be read, no answer to a question",
                        backoff(),
                        "after " + RetryTiming.USUAL.attemptsWhileFailing() + " attempts, about half a day, failed");

            case TRANSIENT ->
                new FailureTreatment(
                        "a lock, a conflict, a download that broke off, anything else that certainly did not happen",
                        backoff(),
                        "after " + RetryTiming.USUAL.attempts() + " attempts, about half an hour, failed");

            case REFUSED ->
                new FailureTreatment(
                        "4xx, a validation that F&O explains",
                        "never by itself",
                        "failed, with the remote system's words; replayed when a person has repaired the cause");

            case BLOCKED ->
                new FailureTreatment(
                        "an unknown item or unit, a price that differs, a partner that is not configured",
                        "never by itself",
                        "held, with what to do; released or replayed by a person");

            case UNKNOWN ->
                new FailureTreatment(
                        "an answer that was lost, a crash after the intent",
                        "the write is never repeated before the question is settled, see docs/unknown.md",
                        "asked; then done, tried again, or held");
        };
    }

    private static String pauses() {
        return Stream.of(ThrottlePause.values())
                .map(pause -> pause.pause().toSeconds() + " s (" + pause.system() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String backoff() {
        return RetryTiming.USUAL.first().toSeconds() + " s doubling to "
                + RetryTiming.USUAL.most().toMinutes() + " min, full jitter";
    }
}
