package io.mlconnector.dynamics.internal.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.retry.ThrottlePause;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.wire.Json;
import io.mlconnector.dynamics.options.ClientCredential;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.dynamics.options.SigningCertificate;
import io.mlconnector.http.AnswerLimits;
import io.mlconnector.http.BoundedAnswers;
import io.mlconnector.ports.access.Breakage;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Gate.Passage;
import io.mlconnector.ports.access.Gate.RemoteHealth;
import io.mlconnector.ports.access.RetryAfter;
import io.mlconnector.ports.access.Token;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
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

/**
 * Fetches tokens from Entra with the client credentials grant (RFC 6749, section 4.4), for the one environment that the tokens
 * are issued for.
 */
public final class EntraTokens implements AutoCloseable {

    private static final Pattern ENTRA_CODE = Pattern.compile("AADSTS\\d+");

    /** Both until an answer begins and from then to its end. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A token has two to ten thousand characters. */
    private static final long MOST_BYTES = 256 * 1024;

    /** Error codes that the OAuth standard defines as a rejection (RFC 6749, section 5.2). */
    private static final Pattern REFUSAL =
            Pattern.compile("AADSTS\\d+|invalid_\\w+|unauthorized_client|access_denied|unsupported_grant_type");

    private final Vertx vertx;
    private final BoundedAnswers http;
    private final AnswerLimits limits;
    private final URI tokenUrl;
    private final MultiMap form;
    private final String clientId;
    private final ClientCredential credential;
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
        this.tokenUrl = options.tokenUrl();
        this.endpoint = tokenUrl.getScheme() + "://" + tokenUrl.getAuthority();
        this.limits = new AnswerLimits(
                MOST_BYTES, options.requestTimeout().compareTo(TIMEOUT) < 0 ? options.requestTimeout() : TIMEOUT);
        this.http = new BoundedAnswers(
                vertx,
                new WebClientOptions()
                        .setUserAgent("ml-connector")
                        .setFollowRedirects(false)
                        .setDecompressionSupported(true)
                        .setKeepAliveTimeout(15)
                        .setConnectTimeout(10_000),
                new PoolOptions().setHttp1MaxSize(2).setMaxWaitQueueSize(16));
        this.form = form(options, environment);
        this.clientId = options.clientId();
        this.credential = options.credential();
    }

    /** What the grant asks for; Vert.x knows its words, but would read an answer of any size (decision 0019). */
    private static MultiMap form(DynamicsOptions options, String environment) {
        OAuth2Options client = new OAuth2Options()
                .setClientId(options.clientId())
                .setExtraParameters(
                        options.tokenUrl().getPath().contains("/v2.0/")
                                ? new JsonObject()
                                : new JsonObject().put("resource", environment));
        Oauth2Credentials grant =
                new Oauth2Credentials().setFlow(OAuth2FlowType.CLIENT).addScope(environment + "/.default");
        MultiMap form = MultiMap.caseInsensitiveMultiMap()
                .add("grant_type", grant.getFlow().getGrantType())
                .add("client_id", client.getClientId())
                .add("scope", String.join(" ", grant.getScopes()));
        client.getExtraParameters().forEach(extra -> form.add(extra.getKey(), String.valueOf(extra.getValue())));
        return form;
    }

    /**
     * The response of the token endpoint.
     *
     * @param body the members of its JSON object; empty if it is none
     */
    private record Answer(int status, Optional<Duration> retryAfter, Optional<JsonNode> body) {

        String text(String member) {
            return body.map(json -> json.path(member).asText("")).orElse("");
        }

        String token() {
            return status / 100 == 2 ? text("access_token") : "";
        }

        String failure() {
            return text("error") + " " + text("error_description");
        }

        boolean refusal() {
            return status == 400 || status == 401 || REFUSAL.matcher(failure()).find();
        }

        boolean throttled() {
            return status == 429;
        }

        Duration pause() {
            return retryAfter.orElse(ThrottlePause.ENTRA.pause());
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
                    case Passage.Broken<Answer>(Throwable cause) ->
                        unreachable(Breakage.inWords(cause), Optional.empty());
                    case Passage.Closed<Answer>(Problem why, Optional<Duration> retryAfter) ->
                        new Outcome.NotNow<Token>(why, retryAfter);
                })
                .toCompletionStage();
    }

    private Future<Answer> ask() {
        HttpRequest<Buffer> request = http.request(HttpMethod.POST, tokenUrl.toString(), limits)
                .timeout(limits.time().toMillis())
                .putHeader("Accept", "application/json");
        return BoundedAnswers.told(request, request.sendForm(proven())).map(this::answer);
    }

    /** An assertion is good for one request. */
    private MultiMap proven() {
        MultiMap all = MultiMap.caseInsensitiveMultiMap().addAll(form);
        return switch (credential) {
            case ClientCredential.Secret(String value) -> all.add("client_secret", value);
            case ClientCredential.Certificate(SigningCertificate certificate) ->
                all.add("client_assertion_type", ClientAssertion.TYPE)
                        .add("client_assertion", ClientAssertion.of(certificate, clientId, tokenUrl, clock.instant()));
        };
    }

    private Answer answer(HttpResponse<Buffer> response) {
        String retryAfter = response.getHeader("Retry-After");
        String body = response.bodyAsString();
        return new Answer(
                response.statusCode(),
                retryAfter == null ? Optional.empty() : RetryAfter.read(retryAfter, clock.instant()),
                body == null ? Optional.empty() : Json.read(body));
    }

    private static RemoteHealth verdict(Answer answer) {
        if (answer.throttled()) {
            return new RemoteHealth.Throttled(answer.pause());
        }
        if (answer.status() == 503 && answer.retryAfter().isPresent()) {
            return new RemoteHealth.Throttled(answer.retryAfter().get());
        }
        return !answer.token().isEmpty() || answer.refusal() ? new RemoteHealth.Working() : new RemoteHealth.Failing();
    }

    private Outcome<Token> token(Answer answer, Instant asked) {
        if (answer.throttled()) {
            return new Outcome.NotNow<>(
                    Problem.of(
                            ProblemCode.THROTTLED,
                            "",
                            "The token endpoint throttled the request; it is retried later."),
                    Optional.of(answer.pause()));
        }
        String value = answer.token();
        if (value.isEmpty()) {
            return answer.refusal()
                    ? refused(answer.failure())
                    : unreachable(
                            answer.status() / 100 == 2
                                    ? "its response contains no access token"
                                    : "it answered with status " + answer.status(),
                            answer.retryAfter());
        }
        long seconds = seconds(answer.text("expires_in"));
        long margin = Math.min(300, seconds / 5);
        return Outcome.done(new Token(value, asked.plusSeconds(seconds - margin), Optional.empty()));
    }

    /** v1 sends a string, v2 a number. */
    private static long seconds(String expiresIn) {
        try {
            return Math.max(1, Long.parseLong(expiresIn));
        } catch (NumberFormatException e) {
            // Missing or unreadable: Entra tokens last an hour; a 401 triggers an earlier renewal.
            return 3599;
        }
    }

    private Outcome<Token> unreachable(String why, Optional<Duration> retryAfter) {
        return new Outcome.NotNow<>(
                Problem.of(
                        ProblemCode.UNREACHABLE,
                        environment,
                        "The token endpoint " + endpoint + " for " + environment + " returned no token: " + why
                                + ". Check tokenUrl, DNS, proxy and firewall."),
                retryAfter);
    }

    /** Entra's text may quote the request; only its error code is passed on. */
    private Outcome<Token> refused(String description) {
        Matcher found = ENTRA_CODE.matcher(description);
        String code = found.find() ? found.group() : "";
        return Outcome.notNow(Problem.of(
                ProblemCode.CREDENTIALS_REFUSED,
                environment,
                "The token endpoint gave no token for " + environment + (code.isEmpty() ? "" : " (" + code + ")") + ". "
                        + EntraAdvice.of(code, credential instanceof ClientCredential.Certificate)));
    }

    @Override
    public void close() {
        http.close();
    }
}
