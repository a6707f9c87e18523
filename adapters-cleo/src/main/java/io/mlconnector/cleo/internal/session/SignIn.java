package io.mlconnector.cleo.internal.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.domain.retry.ThrottlePause;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Gate.RemoteHealth;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.access.Token;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fetches tokens: with a refresh token if there is one, otherwise with the password and, where two-factor is on, a code. Limits
 * password attempts, because Cleo may lock the account after five wrong passwords (reference cleo, section 1.7).
 */
final class SignIn {

    /** Token lifetime if Cleo does not state one (reference cleo, section 1.4). */
    private static final long USUAL_SECONDS = 3_000;

    private final CleoClient client;
    private final CleoOptions options;
    private final InstantSource clock;

    private final PasswordBackoff backoff = new PasswordBackoff();
    private final Optional<TwoFactorCodes> codes;
    private volatile String lastRefusal = "";

    SignIn(CleoClient client, CleoOptions options, InstantSource clock) {
        this.client = client;
        this.options = options;
        this.clock = clock;
        this.codes = options.totpKey().flatMap(TwoFactorCodes::of);
    }

    Future<Outcome<Token>> acquire(Optional<Token> old) {
        return old.flatMap(Token::refresh)
                .map(refresh -> ask("grant_type=refresh_token&refresh_token=" + encode(refresh), CleoClient::verdict)
                        .compose(outcome -> outcome instanceof Outcome.Done<Answer>(Answer answer)
                                        && answer.status() >= 400
                                        && answer.status() < 500
                                        && !answer.throttled()
                                ? byPassword()
                                : Future.succeededFuture(token(outcome, Optional.of(refresh)))))
                .orElseGet(this::byPassword);
    }

    private Future<Outcome<Token>> byPassword() {
        Instant now = clock.instant();
        Optional<Duration> pause = backoff.left(now);
        if (pause.isPresent()) {
            return Future.succeededFuture(new Outcome.NotNow<>(waits(), pause));
        }
        String form = "grant_type=password&username=" + encode(options.username()) + "&password="
                + encode(options.password());
        if (options.totpKey().isEmpty()) {
            return byPassword(form);
        }
        if (codes.isEmpty()) {
            return Future.succeededFuture(Outcome.notNow(Problem.of(
                    ProblemCode.CREDENTIALS_REFUSED,
                    options.username(),
                    "cleo.totpKey of user " + options.username()
                            + " is no shared key: it has to be Base32, as Cleo shows it" + " beside the QR code.")));
        }
        Optional<String> code = codes.get().next(now);
        return code.isPresent()
                ? byPassword(form + "&" + encode(options.dialect().totpParameter()) + "=" + code.get())
                : Future.succeededFuture(new Outcome.NotNow<>(
                        Problem.of(
                                ProblemCode.CREDENTIALS_REFUSED,
                                options.username(),
                                "The two-factor code of this half minute was used already; user " + options.username()
                                        + " signs in with the next one."),
                        Optional.of(TwoFactorCodes.untilNext(now))));
    }

    private Future<Outcome<Token>> byPassword(String form) {
        return ask(form, this::afterPassword).map(outcome -> token(outcome, Optional.empty()));
    }

    /**
     * How long the password stays away after this answer. The gate remembers it over restarts, so that a process that is started
     * again and again neither locks the account nor sends a two-factor code twice.
     */
    private RemoteHealth afterPassword(Answer answer) {
        RemoteHealth usual = CleoClient.verdict(answer);
        if (!(usual instanceof RemoteHealth.Working)) {
            return usual;
        }
        if (!answer.good()) {
            return new RemoteHealth.Throttled(PasswordBackoff.AFTER_A_REFUSAL);
        }
        return options.totpKey().isPresent()
                ? new RemoteHealth.Throttled(TwoFactorCodes.untilNext(clock.instant()))
                : usual;
    }

    /** Why the password is not sent now. */
    private Problem waits() {
        return Problem.of(
                ProblemCode.CREDENTIALS_REFUSED,
                options.username(),
                backoff.refused()
                        ? waits(options, backoff.stopped()) + " " + lastRefusal
                        : "User " + options.username()
                                + " signed in to Cleo twice within a minute; the next sign-in waits."
                                + " If this repeats, something ends the tokens of this user early: see whether somebody else"
                                + " signs in with it.");
    }

    /** That the password waits after refusals. */
    static String waits(CleoOptions options, boolean stopped) {
        return stopped
                ? "Signing in to Cleo as " + options.username()
                        + " is stopped for an hour after two refusals, because Cleo may"
                        + " lock the account; a restart tries again."
                : "The password of " + options.username()
                        + " was rejected and is not sent again yet, because Cleo may lock the account.";
    }

    private Future<Outcome<Answer>> ask(String form, Function<Answer, RemoteHealth> judge) {
        // Pauses after refusals hold for this user alone.
        String rateKey = "authentication of " + options.username();
        Request request = new Request(
                HttpMethod.POST,
                options.baseUrl() + options.dialect().tokenPath(),
                rateKey,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Optional.of(Buffer.buffer(form)),
                Optional.empty(),
                options.requestTimeout());
        return client.send(
                rateKey,
                Intent.stored(true),
                ignored -> request,
                "",
                "Signing in to " + options.baseUrl(),
                false,
                judge);
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
            if (refreshBefore.isEmpty()) {
                backoff.accepted(clock.instant());
            }
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
        boolean judged = answer.status() == 401 || answer.status() == 400 || answer.status() == 403;
        Problem why = judged ? refused(options, answer) : nobodyThere(answer);
        lastRefusal = why.message();
        if (backoff.stopped()) {
            why = Problem.of(
                    ProblemCode.CREDENTIALS_REFUSED, options.username(), waits(options, true) + " " + why.message());
        }
        return new Outcome.NotNow<>(why, Optional.of(pause));
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

    /** States which user was rejected, what Cleo said and what to do. */
    static Problem refused(CleoOptions options, Answer answer) {
        String said = answer.message();
        return Problem.of(
                ProblemCode.CREDENTIALS_REFUSED,
                options.username(),
                "Cleo at " + options.baseUrl() + " rejected user " + options.username() + " with status "
                        + answer.status()
                        + (said.isBlank() ? "" : " (" + said + ")") + ". "
                        + SignInAdvice.of(said).words(options) + lacksApi(options));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
