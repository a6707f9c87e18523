package io.mlconnector.cleo.internal.folder;

import io.mlconnector.cleo.internal.session.Answer;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import java.util.Optional;

/** Tells what a bad answer of Cleo's means (reference cleo, section 2.5). */
final class Refusals {

    private Refusals() {}

    /** For reads: everything that may pass is worth another try. */
    static <T> Outcome<T> ofRead(Answer answer, String what) {
        return of(answer, what, false);
    }

    /** For writes: a server error may come after the work was done. */
    static <T> Outcome<T> ofWrite(Answer answer, String what) {
        return of(answer, what, true);
    }

    private static <T> Outcome<T> of(Answer answer, String what, boolean write) {
        String said = answer.message().isBlank() ? "" : ": " + answer.message();
        String status = Integer.toString(answer.status());
        // A write that met a server error may have happened nevertheless, whatever the error speaks of.
        if (answer.throttled() && (answer.status() < 500 || !write)) {
            return new Outcome.NotNow<>(
                    Problem.of("throttled", "", "Cleo asks to come back later: " + what + " was throttled.")
                            .with("status", status),
                    Optional.of(answer.retryAfter().orElse(Answer.USUAL_AWAY)));
        }
        if (answer.status() >= 500 || answer.status() == 408) {
            Problem why = Problem.of(
                            "gateway-unavailable", "", what + " was answered with status " + status + said + ".")
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
                Outcome.notNow(Problem.of("gateway-locked", "", what + " met a lock" + said + ".")
                        .with("status", status));
            default ->
                Outcome.refused(
                        Problem.of("gateway-refused", what, what + " was refused with status " + status + said + ".")
                                .with("status", status));
        };
    }
}
