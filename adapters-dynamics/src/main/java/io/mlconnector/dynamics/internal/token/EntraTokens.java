package io.mlconnector.dynamics.internal.token;

import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.dynamics.DynamicsOptions;
import io.mlconnector.ports.access.Breakage;
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

    private final OAuth2Auth auth;
    private final String scope;
    private final String environment;
    private final Duration timeout;
    private final InstantSource clock;

    /** Sends nothing yet. */
    public EntraTokens(Vertx vertx, DynamicsOptions options, InstantSource clock) {
        this.clock = clock;
        this.environment = options.environmentUrl().toString().toLowerCase(Locale.ROOT);
        this.scope = environment + "/.default";
        this.timeout = Duration.ofSeconds(30);
        String tokenUrl = options.tokenUrl().toString();
        OAuth2Options oauth = new OAuth2Options()
                .setClientId(options.clientId())
                .setClientSecret(options.clientSecret())
                .setSite(options.tokenUrl().getScheme() + "://"
                        + options.tokenUrl().getAuthority())
                .setTokenPath(options.tokenUrl().getPath())
                .setUseBasicAuthorization(false)
                .setHttpClientOptions(new HttpClientOptions().setConnectTimeout(10_000));
        if (!tokenUrl.contains("/v2.0/")) {
            // The v1 endpoint wants the environment as "resource" (reference dynamics, section 1.1).
            oauth.setExtraParameters(new JsonObject().put("resource", environment));
        }
        this.auth = OAuth2Auth.create(vertx, oauth);
    }

    /** A new token; one fifth of its lifetime, at most five minutes, is left when it is to be renewed. */
    public CompletionStage<Outcome<Token>> acquire() {
        Instant asked = clock.instant();
        return auth.authenticate(
                        new Oauth2Credentials().setFlow(OAuth2FlowType.CLIENT).addScope(scope))
                .timeout(timeout.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
                .map(user -> token(user, asked))
                .recover(failure -> Future.succeededFuture(failed(failure)))
                .toCompletionStage();
    }

    private Outcome<Token> token(User user, Instant asked) {
        JsonObject principal = user.principal();
        String value = principal.getString("access_token", "");
        if (value.isEmpty()) {
            return Outcome.notNow(Problem.of(
                    "credentials-refused",
                    environment,
                    "The token endpoint answered without an access token for " + environment + "."));
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
            // Left out or unreadable: an hour is what Entra gives; a 401 corrects us earlier.
            return 3599;
        }
    }

    private Outcome<Token> failed(Throwable failure) {
        if (Breakage.neverSent(failure) || failure instanceof java.util.concurrent.TimeoutException) {
            return Outcome.notNow(Problem.of(
                    "unreachable",
                    environment,
                    "The token endpoint for " + environment + " cannot be reached: " + Breakage.inWords(failure)
                            + ". Check tokenUrl, DNS, proxy and firewall."));
        }
        // Entra's text may quote the request; only its error number is passed on.
        Matcher code = ENTRA_CODE.matcher(String.valueOf(failure.getMessage()));
        return Outcome.notNow(Problem.of(
                "credentials-refused",
                environment,
                "The token endpoint refused the client id or its secret for " + environment
                        + (code.find() ? " (" + code.group() + ")" : "")
                        + ". Check tenantId, clientId and clientSecret, and that the secret has not expired."));
    }

    @Override
    public void close() {
        auth.close();
    }
}
