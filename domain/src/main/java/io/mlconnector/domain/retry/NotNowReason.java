package io.mlconnector.domain.retry;

import io.mlconnector.domain.words.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reasons for which a call certainly did not happen and that say more about the way than about the document. Whoever answers
 * with one of them takes its code from here, so that the retry is decided by meaning and not by spelling.
 */
public enum NotNowReason {

    /** The remote system asked us to stay away for a while. */
    THROTTLED("throttled", FailureClass.THROTTLED),
    /** The circuit breaker of the gate is open. */
    CIRCUIT_OPEN("circuit-open", FailureClass.UNREACHABLE),
    /** The remote system does not accept our credentials, or we hold off signing in. */
    CREDENTIALS_REFUSED("credentials-refused", FailureClass.UNREACHABLE),
    /** The remote system does not have, or does not show us, an entity set that we read. */
    NOT_EXPOSED("set-not-readable", FailureClass.UNREACHABLE),
    /** No connection was made. */
    UNREACHABLE("unreachable", FailureClass.UNREACHABLE),
    /** Another worker has the document by now. */
    INTENT_WITHDRAWN("intent-withdrawn", FailureClass.UNREACHABLE),
    /** The journal did not store the intent. */
    INTENT_NOT_STORED("intent-not-stored", FailureClass.UNREACHABLE),
    /** F&O answered with a server error that names no reason of its own. */
    DYNAMICS_UNAVAILABLE("dynamics-unavailable", FailureClass.FAILING),
    /** Cleo answered with a server error. */
    GATEWAY_UNAVAILABLE("gateway-unavailable", FailureClass.FAILING),
    /** The answer is not in the form that was asked for. */
    ANSWER_UNREADABLE("answer-unreadable", FailureClass.FAILING),
    /** A row of an answer lacks what it must have. */
    ROW_UNREADABLE("row-unreadable", FailureClass.FAILING);

    private static final Map<String, NotNowReason> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(NotNowReason::code, Function.identity()));

    private final String code;
    private final FailureClass failureClass;

    NotNowReason(String code, FailureClass failureClass) {
        this.code = code;
        this.failureClass = failureClass;
    }

    /** The reason with this code; empty for every other problem. */
    static Optional<NotNowReason> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The stable code of the problem. */
    public String code() {
        return code;
    }

    /** What is done about it. */
    public FailureClass failureClass() {
        return failureClass;
    }

    /**
     * The problem for this reason.
     *
     * @param cause what exactly is wrong, for grouping; may be empty
     * @param message a sentence for a person
     */
    public Problem problem(String cause, String message) {
        return Problem.of(code, cause, message);
    }
}
