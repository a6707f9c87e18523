package io.mlconnector.domain.retry;

import io.mlconnector.domain.words.Problem;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a call did not happen, and what is done then. This table is the rule: decisions ask it, and {@code docs/retries.md} is
 * written from it.
 */
public enum FailureClass {

    /** The remote system asks us to stay away. */
    THROTTLED(
            "429, or 503 with Retry-After, also inside a batch",
            true,
            false,
            "at the named time, in seconds or as a date; without one after " + pauses(),
            "nobody sends anything of that kind before; then again, without end"),

    /** Nobody gets through; it says nothing about the document. */
    UNREACHABLE(
            "no connection, credentials refused, circuit breaker open, queue of the gate full, journal not answering",
            true,
            false,
            backoff() + "; the circuit breaker opens for " + CircuitRule.PAUSE.toSeconds() + " s after "
                    + CircuitRule.FAILURES + " failures in a row",
            "again, without end: a wait is not a failed attempt"),

    /** The remote system works badly; perhaps because of this very document. */
    FAILING(
            "5xx without a reason of its own, an HTML page instead of data, an answer that cannot be read",
            true,
            true,
            backoff(),
            "after " + RetryTiming.USUAL.attemptsWhileFailing() + " attempts, about half a day, failed"),

    /** Somebody else is at the same record, or the answer was cut short. */
    TRANSIENT(
            "a lock, a conflict, a download that broke off, anything else that certainly did not happen",
            true,
            true,
            backoff(),
            "after " + RetryTiming.USUAL.attempts() + " attempts, about half an hour, failed"),

    /** The remote system understood and said no. */
    REFUSED(
            "4xx, a validation that F&O explains",
            false,
            false,
            "never by itself",
            "failed, with the remote system's words; replayed when a person has repaired the cause"),

    /** The document cannot go on as it is. */
    BLOCKED(
            "an unknown item or unit, a price that differs, a partner that is not configured",
            false,
            false,
            "never by itself",
            "held, with what to do; released or replayed by a person"),

    /** It may have happened. */
    UNKNOWN(
            "an answer that was lost, a crash after the intent",
            false,
            false,
            "the write is never repeated before the question is settled, see docs/unknown.md",
            "asked; then done, tried again, or held");

    private final String examples;
    private final boolean retried;
    private final boolean countsAsAttempt;
    private final String after;
    private final String then;

    FailureClass(String examples, boolean retried, boolean countsAsAttempt, String after, String then) {
        this.examples = examples;
        this.retried = retried;
        this.countsAsAttempt = countsAsAttempt;
        this.after = after;
        this.then = then;
    }

    /** The class of a reason for which something certainly did not happen. */
    public static FailureClass of(Problem why) {
        return NotNowReason.of(why.code()).map(NotNowReason::failureClass).orElse(TRANSIENT);
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

    /** What belongs to it. */
    public String examples() {
        return examples;
    }

    /** Whether it is tried again without a person. */
    public boolean retried() {
        return retried;
    }

    /** Whether it uses up an attempt. */
    public boolean countsAsAttempt() {
        return countsAsAttempt;
    }

    /** When it is tried again. */
    public String after() {
        return after;
    }

    /** What becomes of the document. */
    public String then() {
        return then;
    }
}
