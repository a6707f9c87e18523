package io.mlconnector.cleo.internal.folder;

import io.mlconnector.cleo.internal.session.Answer;
import io.mlconnector.domain.retry.ThrottlePause;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.Optional;

/** Maps an error response from Cleo to an outcome (reference cleo, section 2.5). */
public final class Refusals {

    private Refusals() {}

    /** For reads: every transient error may be retried. */
    public static <T> Outcome<T> ofRead(Answer answer, String what) {
        return of(answer, what, false);
    }

    /** For writes: a server error may occur after the change was made. */
    public static <T> Outcome<T> ofWrite(Answer answer, String what) {
        return of(answer, what, true);
    }

    private static <T> Outcome<T> of(Answer answer, String what, boolean write) {
        String said = answer.message().isBlank()
                ? ""
                : ": " + answer.message().strip().replaceFirst("[.]+$", "");
        // What is read again by itself has no document that could be replayed.
        String again = write ? ", then replay the document." : "; it is tried again by itself.";
        String status = Integer.toString(answer.status());
        // A write that failed with a server error may still have taken effect, whatever the error message says.
        if (answer.throttled() && (answer.status() < 500 || !write)) {
            return new Outcome.NotNow<>(
                    Problem.of(ProblemCode.THROTTLED, "", "Cleo throttled the request: " + what + " is retried later.")
                            .with("status", status),
                    Optional.of(answer.retryAfter().orElse(ThrottlePause.CLEO.pause())));
        }
        if (answer.status() >= 500 || answer.status() == 408) {
            Problem why = Problem.of(
                            ProblemCode.GATEWAY_UNAVAILABLE, "", what + " failed with status " + status + said + ".")
                    .with("status", status);
            return write ? Outcome.unknown(why) : new Outcome.NotNow<>(why, answer.retryAfter());
        }
        return switch (answer.status()) {
            case 403 ->
                Outcome.refused(Problem.of(
                                ProblemCode.GATEWAY_FORBIDS,
                                what,
                                what + " is forbidden" + said
                                        + ". Check the folder's permissions, the allowed file types and the IP filter in"
                                        + " Cleo" + again)
                        .with("status", status));
            case 423 ->
                Outcome.notNow(Problem.of(
                                ProblemCode.GATEWAY_LOCKED,
                                "",
                                what + " failed because the resource is locked" + said + "; it is retried.")
                        .with("status", status));
            default ->
                Outcome.refused(Problem.of(
                                ProblemCode.GATEWAY_REFUSED,
                                what,
                                what + " was rejected with status " + status + said + ". Correct the cause" + again)
                        .with("status", status));
        };
    }
}
