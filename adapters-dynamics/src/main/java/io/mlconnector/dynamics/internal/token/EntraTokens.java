package io.mlconnector.dynamics.internal.token;

import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.dynamics.DynamicsOptions;
import io.mlconnector.ports.access.Breakage;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Gate.Passage;
import io.mlconnector.ports.access.Gate.Verdict;
import io.mlconnector.ports.access.RetryAfter;
import io.mlconnector.ports.access.Token;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches tokens from Entra with the client credentials grant, for the one environment that they are tied to. */
public final class EntraTokens implements AutoCloseable {

    private static final Pattern ENTRA_CODE = Pattern.compile("AADSTS\\d+");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Where the endpoint is busy without naming a time. */
    private static final Duration USUAL_AWAY = Duration.ofSeconds(10);

    private final WebClient http;
    private final URI tokenUrl;
    private final String environment;
    private final MultiMap form;
    private final Gate gate;
    private final InstantSource clock;

    /** Sends nothing yet. */
    public EntraTokens(Vertx vertx, DynamicsOptions options, Gate gate, InstantSource clock) {
        this.gate = gate;
        this.clock = clock;
        this.tokenUrl = options.tokenUrl();
        // The audience must be the environment's URL in lower case (reference dynamics, section 1.1).
        this.environment = options.environmentUrl().toString().toLowerCase(Locale.ROOT);
        this.form = MultiMap.caseInsensitiveMultiMap()
                .add("grant_type", "client_credentials")
                .add("client_id", options.clientId())
                .add("client_secret", options.clientSecret());
        if (tokenUrl.getPath().contains("/v2.0/")) {
            form.add("scope", environment + "/.default");
        } else {
            form.add("resource", environment);
        }
        WebClientOptions web = new WebClientOptions()
                .setUserAgent("ml-connector")
                .setFollowRedirects(false)
                .setKeepAliveTimeout(15)
                .setConnectTimeout(10_000);
        this.http = WebClient.create(vertx, web, new PoolOptions().setHttp1MaxSize(1));
    }

    /** A new token; one fifth of its lifetime, at most five minutes, is left when it is to be renewed. */
    public CompletionStage<Outcome<Token>> acquire() {
        Instant asked = clock.instant();
        return gate.pass(
                        "token",
                        () -> http.postAbs(tokenUrl.toString())
                                .timeout(TIMEOUT.toMillis())
                                .putHeader("Accept", "application/json")
                                .sendForm(form)
                                .toCompletionStage(),
                        this::verdict)
                .thenApply(passage -> switch (passage) {
                    case Passage.Answered<HttpResponse<Buffer>>(HttpResponse<Buffer> answer) -> token(answer, asked);
                    case Passage.Broken<HttpResponse<Buffer>>(Throwable cause) -> unreachable(Breakage.inWords(cause));
                    case Passage.Closed<HttpResponse<Buffer>>(Problem why, Optional<Duration> retryAfter) ->
                        new Outcome.NotNow<>(why, retryAfter);
                });
    }

    private Verdict verdict(HttpResponse<Buffer> answer) {
        if (answer.statusCode() == 429) {
            return new Verdict.Away(retryAfter(answer).orElse(USUAL_AWAY));
        }
        return answer.statusCode() >= 500 ? new Verdict.Ill() : new Verdict.Well();
    }

    private Outcome<Token> token(HttpResponse<Buffer> answer, Instant asked) {
        if (answer.statusCode() == 429) {
            return new Outcome.NotNow<>(
                    Problem.of("throttled", "", "The token endpoint asks to come back later."),
                    Optional.of(retryAfter(answer).orElse(USUAL_AWAY)));
        }
        Optional<JsonObject> json = json(answer);
        if (answer.statusCode() >= 500 || json.isEmpty()) {
            return unreachable("it answered with status " + answer.statusCode()
                    + (json.isEmpty() ? " and something that is no token" : ""));
        }
        String value = text(json.get(), "access_token");
        if (answer.statusCode() != 200 || value.isEmpty()) {
            return refused(text(json.get(), "error_description"));
        }
        long seconds = seconds(json.get().getValue("expires_in"));
        long margin = Math.min(300, seconds / 5);
        return Outcome.done(new Token(value, asked.plusSeconds(seconds - margin), Optional.empty()));
    }

    private static Optional<JsonObject> json(HttpResponse<Buffer> answer) {
        try {
            return Optional.ofNullable(answer.bodyAsJsonObject());
        } catch (DecodeException | ClassCastException e) {
            // A portal's or a proxy's page: the caller says so.
            return Optional.empty();
        }
    }

    private static String text(JsonObject json, String member) {
        return json.getValue(member) instanceof String text ? text : "";
    }

    /** v1 sends a string, v2 a number. */
    private static long seconds(Object expiresIn) {
        try {
            return Math.max(1, Long.parseLong(String.valueOf(expiresIn)));
        } catch (NumberFormatException e) {
            // Left out or unreadable: an hour is what Entra gives; a 401 corrects us earlier.
            return 3599;
        }
    }

    private Optional<Duration> retryAfter(HttpResponse<Buffer> answer) {
        return Optional.ofNullable(answer.getHeader("Retry-After"))
                .flatMap(header -> RetryAfter.read(header, clock.instant()));
    }

    private Outcome<Token> unreachable(String why) {
        return Outcome.notNow(Problem.of(
                "unreachable",
                environment,
                "The token endpoint for " + environment + " gives no token: " + why
                        + ". Check tokenUrl, DNS, proxy and firewall."));
    }

    /** Entra's text may quote the request; only its error number is passed on. */
    private Outcome<Token> refused(String description) {
        Matcher code = ENTRA_CODE.matcher(description);
        return Outcome.notNow(Problem.of(
                "credentials-refused",
                environment,
                "The token endpoint refused the client id or its secret for " + environment
                        + (code.find() ? " (" + code.group() + ")" : "")
                        + ". Check tenantId, clientId and clientSecret, and that the secret has not expired."));
    }

    @Override
    public void close() {
        http.close();
    }
}
