package io.mlconnector.cleo.internal.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.domain.retry.ThrottlePause;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.access.Token;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches tokens: with a refresh token if there is one, otherwise with the password. Limits password attempts, because
 * Cleo may lock the account after five wrong passwords (reference cleo, section 1.7).
 */
final class SignIn {

    /** Token lifetime if Cleo does not state one (reference cleo, section 1.4). */
    private static final long USUAL_SECONDS = 3_000;

    private final CleoClient client;
    private final CleoOptions options;
    private final InstantSource clock;

    private final PasswordBackoff backoff = new PasswordBackoff();

    SignIn(CleoClient client, CleoOptions options, InstantSource clock) {
        this.client = client;
        this.options = options;
        this.clock = clock;
    }

    Future<Outcome<Token>> acquire(Optional<Token> old) {
        return old.flatMap(Token::refresh)
                .map(refresh -> ask("grant_type=refresh_token&refresh_token=" + encode(refresh))
                        .compose(outcome -> outcome instanceof Outcome.Done<Answer>(Answer answer)
                                        && answer.status() >= 400
                                        && answer.status() < 500
                                        && !answer.throttled()
                                ? byPassword()
                                : Future.succeededFuture(token(outcome, Optional.of(refresh)))))
                .orElseGet(this::byPassword);
    }

    private Future<Outcome<Token>> byPassword() {
        Optional<Duration> pause = backoff.left(clock.instant());
        if (pause.isPresent()) {
            return Future.succeededFuture(new Outcome.NotNow<>(
                    refused(
                            options,
                            "The password was rejected earlier and is not sent again yet, because Cleo may lock the account."),
                    pause));
        }
        return ask("grant_type=password&username=" + encode(options.username()) + "&password="
                        + encode(options.password()))
                .map(outcome -> token(outcome, Optional.empty()));
    }

    private Future<Outcome<Answer>> ask(String form) {
        Request request = new Request(
                HttpMethod.POST,
                options.baseUrl() + options.dialect().tokenPath(),
                "authentication",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Optional.of(Buffer.buffer(form)),
                Optional.empty(),
                options.requestTimeout());
        return client.send(
                request.rateKey(),
                Intent.stored(true),
                ignored -> request,
                "",
                "Signing in to " + options.baseUrl(),
                false);
    }

    private Outcome<Token> token(Outcome<Answer> outcome, Optional<String> refreshBefore) {
        return outcome.then(answer -> {
            if (answer.throttled()) {
                return new Outcome.NotNow<>(
                        Problem.of(ProblemCode.THROTTLED, "", "Cleo throttled the sign-in; it is retried later."),
                        Optional.of(answer.retryAfter().orElse(ThrottlePause.CLEO.pause())));
            }
            if (answer.status() >= 500) {
                return Outcome.notNow(Problem.of(
                        ProblemCode.GATEWAY_UNAVAILABLE,
                        "",
                        "Signing in to " + options.baseUrl() + " failed with status " + answer.status()
                                + "; it is retried."));
            }
            JsonNode json = Json.read(answer.body()).orElse(MissingNode.getInstance());
            String value = json.path("access_token").asText("");
            if (!answer.good() || value.isEmpty()) {
                return notSignedIn(answer);
            }
            backoff.accepted();
            long seconds = json.path("expires_in").asLong(USUAL_SECONDS);
            Optional<String> refresh = Optional.of(json.path("refresh_token").asText(""))
                    .filter(text -> !text.isEmpty())
                    .or(() -> refreshBefore);
            // Renewed after four fifths of its lifetime.
            return Outcome.done(new Token(value, clock.instant().plusSeconds(Math.max(1, seconds * 4 / 5)), refresh));
        });
    }

    private Outcome<Token> notSignedIn(Answer answer) {
        Duration pause = backoff.refused(clock.instant());
        String said = answer.message().toLowerCase(Locale.ROOT);
        if (said.contains("totp") || said.contains("two-factor") || said.contains("verification code")) {
            return new Outcome.NotNow<>(
                    Problem.of(
                            ProblemCode.CREDENTIALS_REFUSED,
                            options.username(),
                            "Cleo requires a two-factor code from user " + options.username()
                                    + ". Use a service account" + " without two-factor authentication."),
                    Optional.of(pause));
        }
        return new Outcome.NotNow<>(
                answer.status() == 401 || answer.status() == 400 || answer.status() == 403
                        ? refused(options, "Status " + answer.status() + ".")
                        : nobodyThere(answer),
                Optional.of(pause));
    }

    /** Something else than Cleo's sign-in answered: the password was not judged. */
    private Problem nobodyThere(Answer answer) {
        return Problem.of(
                ProblemCode.CREDENTIALS_REFUSED,
                options.username(),
                "There is no sign-in at " + options.baseUrl()
                        + options.dialect().tokenPath() + " (status "
                        + answer.status() + (answer.good() ? ", without an access token" : "")
                        + "). Check cleo.baseUrl and dialect.tokenPath." + lacksApi(options));
    }

    /** The most usual mistake. */
    private static String lacksApi(CleoOptions options) {
        return options.baseUrl().toString().replaceAll("/+$", "").endsWith("/api")
                ? ""
                : " baseUrl usually ends in /api, and this one does not: try "
                        + options.baseUrl().toString().replaceAll("/+$", "") + "/api.";
    }

    /** States which user was rejected and what to check. */
    static Problem refused(CleoOptions options, String detail) {
        return Problem.of(
                ProblemCode.CREDENTIALS_REFUSED,
                options.username(),
                "Cleo at " + options.baseUrl() + " rejected user " + options.username() + ". " + detail
                        + " Check username and password, that the account is not locked and that Cleo Portal is among"
                        + " its allowed connections." + lacksApi(options));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
