package io.mlconnector.dynamics.internal.token;

import io.mlconnector.domain.retry.NotNowReason;
import io.mlconnector.domain.retry.ThrottlePause;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.ports.access.Breakage;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Gate.Passage;
import io.mlconnector.ports.access.Gate.RemoteHealth;
import io.mlconnector.ports.access.Token;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches tokens from Entra with the client credentials grant, for the one environment that the tokens are issued for.
 */
public final class EntraTokens implements AutoCloseable {

    private static final Pattern ENTRA_CODE = Pattern.compile("AADSTS\\d+");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Error codes that the OAuth standard defines as a rejection (RFC 6749, section 5.2). */
    private static final Pattern REFUSAL = Pattern.compile(
            "AADSTS\\d+|invalid_\\w+|unauthorized_client|access_denied|unsupported_grant_type|Unauthorized|Bad Request");

    private final Vertx vertx;
    private final OAuth2Auth auth;
    private final String scope;
    private final String environment;
    private final String endpoint;
    private final Gate gate;
    private final InstantSource clock;

    /** Sends nothing yet. */
    public EntraTokens(Vertx vertx, DynamicsOptions options, Gate gate, InstantSource clock) {
        this.vertx = vertx;
        this.gate = gate;
        this.clock = clock;
        // The audience must be the environment's URL in lower case (reference dynamics, section 1.1).
        this.environment = options.environmentUrl().toString().toLowerCase(Locale.ROOT);
        this.scope = environment + "/.default";
        URI tokenUrl = options.tokenUrl();
        this.endpoint = tokenUrl.getScheme() + "://" + tokenUrl.getAuthority();
        OAuth2Options oauth = new OAuth2Options()
                .setClientId(options.clientId())
                .setClientSecret(options.clientSecret())
                .setSite(tokenUrl.getScheme() + "://" + tokenUrl.getAuthority())
                .setTokenPath(tokenUrl.getPath())
                .setUseBasicAuthorization(false)
                .setHttpClientOptions(
                        new HttpClientOptions().setConnectTimeout(10_000).setKeepAliveTimeout(15));
        if (!tokenUrl.getPath().contains("/v2.0/")) {
            oauth.setExtraParameters(new JsonObject().put("resource", environment));
        }
        this.auth = OAuth2Auth.create(vertx, oauth);
    }

    /** The response of the token endpoint: a user with a token, or the reason for the failure. */
    private record Answer(Optional<User> user, String failure) {
        boolean refusal() {
            return REFUSAL.matcher(failure).find();
        }

        boolean throttled() {
            return failure.contains("Too Many Requests");
        }
    }

    /** A new token; it is due for renewal when one fifth of its lifetime, at most five minutes, is left. */
    public CompletionStage<Outcome<Token>> acquire() {
        Instant asked = clock.instant();
        return Future.fromCompletionStage(
                        gate.pass("token", () -> ask().toCompletionStage(), EntraTokens::verdict),
                        vertx.getOrCreateContext())
                .map(passage -> switch (passage) {
                    case Passage.Answered<Answer>(Answer answer) -> token(answer, asked);
                    case Passage.Broken<Answer>(Throwable cause) -> unreachable(Breakage.inWords(cause));
                    case Passage.Closed<Answer>(Problem why, Optional<Duration> retryAfter) ->
                        new Outcome.NotNow<Token>(why, retryAfter);
                })
                .toCompletionStage();
    }

    private Future<Answer> ask() {
        return auth.authenticate(
                        new Oauth2Credentials().setFlow(OAuth2FlowType.CLIENT).addScope(scope))
                .timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .map(user -> new Answer(Optional.of(user), ""))
                .recover(failure -> brokenOff(failure)
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture(new Answer(Optional.empty(), String.valueOf(failure.getMessage()))));
    }

    /** Whether no response was received at all, as opposed to an error response. */
    private static boolean brokenOff(Throwable failure) {
        return Breakage.neverSent(failure) || failure instanceof IOException || failure instanceof TimeoutException;
    }

    private static RemoteHealth verdict(Answer answer) {
        if (answer.throttled()) {
            return new RemoteHealth.Throttled(ThrottlePause.ENTRA.pause());
        }
        return answer.user().isPresent() || answer.refusal() ? new RemoteHealth.Working() : new RemoteHealth.Failing();
    }

    private Outcome<Token> token(Answer answer, Instant asked) {
        if (answer.throttled()) {
            return new Outcome.NotNow<>(
                    Problem.of(
                            NotNowReason.THROTTLED.code(),
                            "",
                            "The token endpoint throttled the request; it is retried later."),
                    Optional.of(ThrottlePause.ENTRA.pause()));
        }
        if (answer.user().isEmpty()) {
            return answer.refusal() ? refused(answer.failure()) : unreachable("it returned an error or an HTML page");
        }
        JsonObject principal = answer.user().get().principal();
        String value = principal.getValue("access_token") instanceof String text ? text : "";
        if (value.isEmpty()) {
            return unreachable("its response contains no access token");
        }
        long seconds = seconds(principal.getValue("expires_in"));
        long margin = Math.min(300, seconds / 5);
        return Outcome.done(new Token(value, asked.plusSeconds(seconds - margin), Optional.empty()));
    }

    /** v1 sends a string, v2 a number. */
    private static long seconds(Object expiresIn) {
        try {
            return Math.max(1, Long.parseLong(String.valueOf(expiresIn)));
        } catch (NumberFormatException e) {
            // Missing or unreadable: Entra tokens last an hour; a 401 triggers an earlier renewal.
            return 3599;
        }
    }

    private Outcome<Token> unreachable(String why) {
        return Outcome.notNow(Problem.of(
                NotNowReason.UNREACHABLE.code(),
                environment,
                "The token endpoint " + endpoint + " for " + environment + " returned no token: " + why
                        + ". Check tokenUrl, DNS, proxy and firewall."));
    }

    /** Entra's text may quote the request; only its error code is passed on. */
    private Outcome<Token> refused(String description) {
        Matcher found = ENTRA_CODE.matcher(description);
        String code = found.find() ? found.group() : "";
        return Outcome.notNow(Problem.of(
                NotNowReason.CREDENTIALS_REFUSED.code(),
                environment,
                "The token endpoint gave no token for " + environment + (code.isEmpty() ? "" : " (" + code + ")") + ". "
                        + EntraAdvice.of(code)));
    }

    @Override
    public void close() {
        auth.close();
    }
}
