package io.mlconnector.cleo.internal.folder;

import io.mlconnector.cleo.internal.session.Answer;
import io.mlconnector.domain.retry.NotNowReason;
import io.mlconnector.domain.retry.ThrottlePause;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import java.util.Optional;

/** Maps an error response from Cleo to an outcome (reference cleo, section 2.5). */
final class Refusals {

    private Refusals() {}

    /** For reads: every transient error may be retried. */
    static <T> Outcome<T> ofRead(Answer answer, String what) {
        return of(answer, what, false);
    }

    /** For writes: a server error may occur after the change was made. */
    static <T> Outcome<T> ofWrite(Answer answer, String what) {
        return of(answer, what, true);
    }

    private static <T> Outcome<T> of(Answer answer, String what, boolean write) {
        String said = answer.message().isBlank() ? "" : ": " + answer.message();
        String status = Integer.toString(answer.status());
        // A write that failed with a server error may still have taken effect, whatever the error message says.
        if (answer.throttled() && (answer.status() < 500 || !write)) {
            return new Outcome.NotNow<>(
                    Problem.of(
                                    NotNowReason.THROTTLED.code(),
                                    "",
                                    "Cleo throttled the request: " + what + " is retried later.")
                            .with("status", status),
                    Optional.of(answer.retryAfter().orElse(ThrottlePause.CLEO.pause())));
        }
        if (answer.status() >= 500 || answer.status() == 408) {
            Problem why = Problem.of(
                            NotNowReason.GATEWAY_UNAVAILABLE.code(),
                            "",
                            what + " failed with status " + status + said + ".")
                    .with("status", status);
            return write ? Outcome.unknown(why) : new Outcome.NotNow<>(why, answer.retryAfter());
        }
        return switch (answer.status()) {
            case 403 ->
                Outcome.refused(Problem.of(
                                "gateway-forbids",
                                what,
                                what + " is forbidden" + said
                                        + ". Check the folder's permissions, the allowed file types and the IP filter in"
                                        + " Cleo, then replay the document.")
                        .with("status", status));
            case 423 ->
                Outcome.notNow(Problem.of(
                                "gateway-locked",
                                "",
                                what + " failed because the resource is locked" + said + "; it is retried.")
                        .with("status", status));
            default ->
                Outcome.refused(Problem.of(
                                "gateway-refused",
                                what,
                                what + " was rejected with status " + status + said
                                        + ". Correct the cause and replay the document.")
                        .with("status", status));
        };
    }
}
