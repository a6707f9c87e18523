package io.mlconnector.dynamics.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.retry.ThrottlePause;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Maps an error response to an outcome. Evaluates the error text rather than the status 400 or 500, because F&O uses
 * either for the same rejection (reference dynamics, section 7).
 */
public final class Refusals {

    /** What F&O says of itself and not of the document: the same request may succeed in a minute. */
    private static final Pattern TRANSIENT = Pattern.compile("\\b(session (has )?(expired|ended|is invalid)|time-?out"
            + "|timed out|temporarily|try again later|server is busy|being serviced|maintenance mode)\\b");

    /** F&O's own check of invoice numbers, in its usual words; "the record already exists" is another matter. */
    private static final Pattern NUMBER_USED =
            Pattern.compile("invoice (?:number|id)?[^.;]{0,80}\\balready (?:been )?(?:used|exists?|posted)"
                    + "|invoice (?:number|id)?[^.;]{0,80}\\bhas already been|duplicate invoice");

    private Refusals() {}

    /**
     * The outcome of a request that received an error response.
     *
     * @param what the operation, for messages, such as {@code Reading PurchaseOrderHeadersV2}
     * @param write whether the request was meant to change anything
     */
    static <T> Outcome<T> outcome(Answer answer, String what, boolean write) {
        Optional<String> text = errorText(answer.body());
        String said = text.map(t -> ": " + t).orElse(" without a reason");
        return switch (answer.status()) {
            case 401, 403 ->
                Outcome.notNow(problem(
                        ProblemCode.CREDENTIALS_REFUSED,
                        answer,
                        what + " was rejected with status " + answer.status()
                                + ". Check in F&O, under Microsoft Entra applications, that the client id is mapped to a"
                                + " user with the rights for it" + said + "."));
            // Redirected to a sign-in page: F&O did not recognize the caller, so it changed nothing.
            case 301, 302, 303, 307, 308 ->
                Outcome.notNow(problem(
                        ProblemCode.CREDENTIALS_REFUSED,
                        answer,
                        what + " was answered with a redirect, which F&O sends to unknown callers. Check"
                                + " environmentUrl and the Microsoft Entra applications in F&O."));
            case 404 ->
                write
                        ? Outcome.refused(notThere(answer, what, text, ProblemCode.NOT_FOUND))
                        : Outcome.notNow(notThere(answer, what, text, ProblemCode.SET_NOT_READABLE));
            case 429 ->
                new Outcome.NotNow<>(
                        problem(
                                ProblemCode.THROTTLED,
                                answer,
                                "F&O throttled the request: " + what + " is retried later."),
                        Optional.of(answer.retryAfter().orElse(ThrottlePause.DYNAMICS.pause())));
            // Said by what stands before F&O, whatever the body: nobody knows how far a write came.
            case 408, 502, 503, 504 -> unavailable(answer, what, write, said);
            default ->
                text.isEmpty()
                        ? unexplained(answer, what, write)
                        // A read breaks no rule of the business: only a request that is wrong is refused for good.
                        : !write && answer.status() >= 500
                                ? unavailable(answer, what, false, said)
                                : judged(answer, what, write, text.get());
        };
    }

    /** Every read is of an entity set, so that a set that is not there, or not readable, is a matter of the environment. */
    private static Problem notThere(Answer answer, String what, Optional<String> text, ProblemCode code) {
        return problem(
                code,
                answer,
                text.isPresent()
                        ? what + " failed with status 404: " + text.get()
                                + ". Check that the entity set exists in F&O, and that the user of the client id may read it."
                        : what + " failed with status 404, and not as F&O says it. Check that environmentUrl is the"
                                + " address of an F&O environment, without a path.");
    }

    private static <T> Outcome<T> unavailable(Answer answer, String what, boolean write, String said) {
        Problem why = problem(
                ProblemCode.DYNAMICS_UNAVAILABLE, answer, what + " failed with status " + answer.status() + said + ".");
        return write ? Outcome.unknown(why) : new Outcome.NotNow<>(why, answer.retryAfter());
    }

    private static <T> Outcome<T> judged(Answer answer, String what, boolean write, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("update conflict") || lower.contains("deadlock")) {
            return Outcome.notNow(problem(
                    ProblemCode.UPDATE_CONFLICT,
                    answer,
                    what + " conflicted with another user's update and is retried: " + text + "."));
        }
        if (TRANSIENT.matcher(lower).find()) {
            return unavailable(answer, what, write, ": " + text);
        }
        if (NUMBER_USED.matcher(lower).find()) {
            return Outcome.refused(problem(
                    ProblemCode.INVOICE_NUMBER_USED,
                    answer,
                    what + " was rejected by F&O, whose accounts payable parameters take each invoice number once: "
                            + Infolog.inWords(text)
                            + " Look in F&O for the invoice with this number; replaying the document looks for it first, and"
                            + " records it if it is this one."));
        }
        if (lower.contains("already exists")) {
            // It may be our own record from an attempt whose response was lost: F&O must be searched.
            return Outcome.unknown(problem(
                    ProblemCode.ALREADY_EXISTS,
                    answer,
                    what + ": F&O reports that the record already exists: " + Infolog.inWords(text)));
        }
        return Outcome.refused(
                problem(ProblemCode.DYNAMICS_REFUSED, answer, what + " was rejected by F&O: " + Infolog.inWords(text)));
    }

    private static <T> Outcome<T> unexplained(Answer answer, String what, boolean write) {
        Problem why = problem(
                ProblemCode.DYNAMICS_UNAVAILABLE,
                answer,
                what + " failed with status " + answer.status() + " and no error message from F&O.");
        if (answer.status() >= 500) {
            return write ? Outcome.unknown(why) : new Outcome.NotNow<>(why, answer.retryAfter());
        }
        return Outcome.refused(why);
    }

    /** The business reason in an error body: the innermost message; empty if the body is not an F&O error. */
    public static Optional<String> errorText(String body) {
        Optional<JsonNode> json = Json.read(body);
        if (json.isEmpty()) {
            return Optional.empty();
        }
        JsonNode error = json.get().path("error");
        JsonNode inner = error.path("innererror");
        while (inner.path("internalexception").isObject()
                && !inner.path("internalexception").path("message").asText("").isEmpty()) {
            inner = inner.path("internalexception");
        }
        String text = inner.path("message").asText("");
        if (text.isEmpty()) {
            text = error.path("message").asText("");
        }
        if (text.isEmpty()) {
            text = json.get().path("Message").asText("");
        }
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip().replaceAll("\\s+", " "));
    }

    private static Problem problem(ProblemCode code, Answer answer, String message) {
        return Problem.of(code, code == ProblemCode.DYNAMICS_REFUSED ? shortened(message) : "", message)
                .with("status", Integer.toString(answer.status()));
    }

    private static String shortened(String message) {
        return message.length() <= 120 ? message : message.substring(0, 120);
    }
}
