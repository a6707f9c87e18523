package io.mlconnector.cleo.internal.provider;

import io.mlconnector.cleo.internal.folder.Refusals;
import io.mlconnector.cleo.internal.session.Answer;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;

/** What answers of an endpoint mean that are no success. */
final class ApiRefusals {

    private ApiRefusals() {}

    static <T> Outcome<T> ofPost(Answer answer, String what) {
        return switch (answer.status()) {
            // The id of the document is ours alone: if it is known there, an earlier attempt arrived.
            case 409 ->
                Outcome.unknown(Problem.of(
                        ProblemCode.NAME_EXISTS,
                        "",
                        what + ": the endpoint answered with 409 (conflict)" + said(answer)
                                + "; it may have the document already."));
            case 401, 403 -> denied(answer, what);
            case 404, 405, 415 ->
                Outcome.refused(Problem.of(
                                ProblemCode.GATEWAY_REFUSED,
                                what,
                                what + " was rejected with status " + answer.status() + said(answer)
                                        + ". Check orders.apiUrl: the address that Cockpit shows for the API Provider"
                                        + " endpoint, which must be deployed and take a POST of JSON. Then replay the document.")
                        .with("status", Integer.toString(answer.status())));
            default -> Refusals.ofWrite(answer, what);
        };
    }

    static <T> Outcome<T> ofRead(Answer answer, String what) {
        return answer.status() == 401 || answer.status() == 403 ? denied(answer, what) : Refusals.ofRead(answer, what);
    }

    /** Nothing about the document: it waits until somebody has mended it. */
    private static <T> Outcome<T> denied(Answer answer, String what) {
        return Outcome.notNow(Problem.of(
                        ProblemCode.CREDENTIALS_REFUSED,
                        "",
                        what + " was rejected with status " + answer.status() + said(answer)
                                + ". Check orders.api.authentication, and in Cleo that the user may authorize web service"
                                + " provider connections. The document goes on by itself when that is mended.")
                .with("status", Integer.toString(answer.status())));
    }

    private static String said(Answer answer) {
        return answer.message().isBlank() ? "" : ": " + answer.message();
    }
}
