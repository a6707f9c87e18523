package io.mlconnector.cleo.internal.session;

import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.cleo.options.Dialect.Authentication;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.access.Token;
import io.mlconnector.ports.access.TokenCache;
import io.mlconnector.ports.access.TokenLife;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends requests as the service account: one shared token, renewed once after a 401. */
public final class Session {

    private final Vertx vertx;
    private final CleoClient client;
    private final CleoOptions options;
    private final InstantSource clock;
    private final TokenCache tokens;
    private final PasswordBackoff backoff = new PasswordBackoff();

    /** Sends nothing yet. */
    public Session(Vertx vertx, CleoClient client, CleoOptions options, InstantSource clock) {
        this.vertx = vertx;
        this.client = client;
        this.options = options;
        this.clock = clock;
        SignIn signIn = new SignIn(client, options, clock);
        this.tokens = basic()
                ? new TokenCache(clock, ignored -> CompletableFuture.completedFuture(password()))
                : new TokenCache(clock, old -> signIn.acquire(old).toCompletionStage());
    }

    private boolean basic() {
        return options.dialect().authentication() == Authentication.BASIC;
    }

    /** With Basic authentication every request carries the password itself. */
    private Outcome<Token> password() {
        Optional<Duration> pause = backoff.left(clock.instant());
        return pause.isPresent()
                ? new Outcome.NotNow<>(
                        Problem.of(
                                ProblemCode.CREDENTIALS_REFUSED,
                                options.username(),
                                SignIn.waits(options, backoff.stopped())),
                        pause)
                : Outcome.done(basic(options));
    }

    private static Token basic(CleoOptions options) {
        String pair = options.username() + ":" + options.password();
        return new Token(
                Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                Instant.MAX,
                Optional.empty());
    }

    /** Lets some time pass. */
    public Future<Void> after(Duration pause) {
        return vertx.timer(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS).mapEmpty();
    }

    /** Whether a token can be obtained. */
    public CompletionStage<Outcome<Token>> signIn() {
        return tokens.token();
    }

    /** The token in use. */
    public Optional<Token> tokenInUse() {
        return basic() ? Optional.empty() : tokens.inUse();
    }

    /** How old the token in use is; empty if there is none, or user and password go with each request. */
    public Optional<TokenLife> tokenLife() {
        return basic() ? Optional.empty() : tokens.life();
    }

    /** Sends a request that only reads or may be repeated. A 401 renews the token and repeats the request once. */
    public Future<Outcome<Answer>> send(Request request, String what, boolean write) {
        return attempt(request.rateKey(), () -> Intent.stored(true), ignored -> request, what, write, true);
    }

    /**
     * Sends a write; a lost response is an unknown outcome. A 401, which certainly changed nothing, renews the token
     * and repeats the request once.
     *
     * @param rateKey of the request
     * @param intent evaluated for each attempt; it must not store anything a second time
     * @param request built from the value that the intent yields
     */
    public <I> Future<Outcome<Answer>> write(
            String rateKey, Supplier<Intent<I>> intent, Function<I, Request> request, String what) {
        return attempt(rateKey, intent, request, what, true, true);
    }

    private <I> Future<Outcome<Answer>> attempt(
            String rateKey,
            Supplier<Intent<I>> intent,
            Function<I, Request> request,
            String what,
            boolean write,
            boolean mayRenew) {
        return client.onContext(tokens.token()).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Token>(Token token))) {
                return Future.succeededFuture(outcome.then(ignored -> Outcome.notNow(Problem.of(
                        ProblemCode.CREDENTIALS_REFUSED,
                        "",
                        "No access token is available for Cleo; sign-in is retried."))));
            }
            return client.send(rateKey, intent.get(), request, scheme() + token.value(), what, write)
                    .compose(answered -> {
                        if (!(answered instanceof Outcome.Done<Answer>(Answer answer)) || answer.status() != 401) {
                            if (basic() && answered instanceof Outcome.Done<Answer>) {
                                backoff.good();
                            }
                            return Future.succeededFuture(answered);
                        }
                        if (basic()) {
                            tokens.refuse(token);
                            Duration pause = backoff.refused(clock.instant());
                            return Future.succeededFuture(
                                    new Outcome.NotNow<>(SignIn.refused(options, answer), Optional.of(pause)));
                        }
                        if (mayRenew) {
                            tokens.refuse(token);
                            return attempt(rateKey, intent, request, what, write, false);
                        }
                        return Future.succeededFuture(Outcome.notNow(Problem.of(
                                ProblemCode.CREDENTIALS_REFUSED,
                                options.username(),
                                what + " was rejected with status 401 although user " + options.username()
                                        + " had just signed in. Check the user's permissions in Cleo.")));
                    });
        });
    }

    private String scheme() {
        return basic() ? "Basic " : "Bearer ";
    }
}
