package io.mlconnector.dynamics.internal.wire;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.http.AnswerLimits;
import io.mlconnector.http.BoundedAnswers;
import io.mlconnector.http.BrokenRequest;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Gate.Passage;
import io.mlconnector.ports.access.RetryAfter;
import io.mlconnector.ports.access.Token;
import io.mlconnector.ports.access.TokenCache;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** Sends requests to one F&O environment. Nothing is retried here, except once after a renewed token. */
public final class Wire implements AutoCloseable {

    /** Above this many bytes an answer is decoded beside the event loop, which it would hold for milliseconds. */
    static final int LARGE = 32 * 1024;

    private final Vertx vertx;
    private final BoundedAnswers http;
    private final AnswerLimits limits;
    private final String environment;
    private final BrokenRequest.Remote remote;
    private final Duration timeout;
    private final TokenCache tokens;
    private final Gate gate;
    private final InstantSource clock;
    private volatile Optional<Duration> ahead = Optional.empty();

    /** Sends nothing yet. */
    public Wire(Vertx vertx, DynamicsOptions options, TokenCache tokens, Gate gate, InstantSource clock) {
        this.vertx = vertx;
        this.environment = options.environmentUrl().toString();
        this.remote = new BrokenRequest.Remote(
                "F&O", environment, "Check environmentUrl, DNS, proxy and firewall.", "Narrow what is read.");
        this.timeout = options.requestTimeout();
        this.tokens = tokens;
        this.gate = gate;
        this.clock = clock;
        WebClientOptions web = new WebClientOptions()
                .setUserAgent("ml-connector")
                .setFollowRedirects(false)
                .setDecompressionSupported(true)
                .setKeepAliveTimeout(15)
                .setConnectTimeout(10_000);
        this.limits = new AnswerLimits(options.mostBytes(), options.requestTimeout());
        this.http = new BoundedAnswers(
                vertx,
                web,
                new PoolOptions().setHttp1MaxSize(options.connections()).setMaxWaitQueueSize(256));
    }

    /** Sends a request; done only if it succeeded. */
    public Future<Outcome<Answer>> send(Sending sending) {
        return ask(sending)
                .map(outcome -> outcome.then(answer -> answer.good()
                        ? Outcome.done(answer)
                        : Refusals.outcome(answer, sending.what(), sending.write())));
    }

    /** Sends a request; done with whatever it was answered, well or badly. */
    Future<Outcome<Answer>> ask(Sending sending) {
        return attempt(sending, true);
    }

    /**
     * Decodes an answer: a large one beside the event loop.
     *
     * @param size of the text, in characters
     */
    public <T> Future<T> decoded(int size, Callable<T> decoding) {
        if (size > LARGE) {
            return vertx.getOrCreateContext().executeBlocking(decoding, false);
        }
        try {
            return Future.succeededFuture(decoding.call());
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Outcome<Answer>> attempt(Sending sending, boolean mayRenew) {
        return onContext(tokens.token()).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Token>(Token token))) {
                return Future.succeededFuture(outcome.map(ignored -> new Answer(0, "", Optional.empty(), "")));
            }
            HttpRequest<Buffer> request = http.request(sending.method(), environment + sending.uri(), limits)
                    .timeout(timeout.toMillis())
                    .bearerTokenAuthentication(token.value())
                    .putHeader("Accept", sending.accepted())
                    .putHeader("OData-Version", "4.0")
                    .putHeader("OData-MaxVersion", "4.0");
            if (!sending.contentType().isEmpty()) {
                request.putHeader("Content-Type", sending.contentType());
            }
            if (sending.batch() && !sending.write()) {
                // Without it a server may stop at the first read that it refuses (Protocol 4.0, section 11.7.2).
                request.putHeader("Prefer", "odata.continue-on-error");
            }
            return onContext(gate.pass(
                            "data",
                            sending.intent(),
                            ignored -> {
                                sending.leaves();
                                return BoundedAnswers.told(
                                                request,
                                                sending.body()
                                                        .map(request::sendBuffer)
                                                        .orElseGet(request::send))
                                        .onSuccess(sending::answered)
                                        .onFailure(sending::broken)
                                        .compose(response -> answer(sending, response))
                                        .toCompletionStage();
                            },
                            Answer::health))
                    .compose(passage -> switch (passage) {
                        case Passage.Answered<Answer>(Answer answer)
                        when answer.status() == 401 && mayRenew -> {
                            tokens.refuse(token);
                            // The request certainly changed nothing.
                            yield attempt(sending.again(), false);
                        }
                        case Passage.Answered<Answer>(Answer answer) -> Future.succeededFuture(Outcome.done(answer));
                        case Passage.Broken<Answer>(Throwable cause) ->
                            Future.succeededFuture(
                                    BrokenRequest.outcome(remote, cause, sending.what(), sending.write()));
                        case Passage.Closed<Answer>(Problem why, Optional<Duration> retryAfter) ->
                            Future.succeededFuture(new Outcome.NotNow<>(why, retryAfter));
                    });
        });
    }

    /** By how much our clock is ahead of F&O's, by its last answer; negative if it is behind; empty before one said the time. */
    public Optional<Duration> ahead() {
        return ahead;
    }

    private Future<Answer> answer(Sending sending, HttpResponse<Buffer> response) {
        HttpDate.read(response.getHeader("Date"))
                .ifPresent(theirs -> ahead = Optional.of(Duration.between(theirs, clock.instant())));
        Buffer body = response.body();
        return decoded(body == null ? 0 : body.length(), () -> {
            String type = response.getHeader("Content-Type");
            String contentType = type == null ? "" : type;
            String retryAfter = response.getHeader("Retry-After");
            String whole = response.bodyAsString();
            String text = whole == null ? "" : whole;
            Answer answer = new Answer(
                    response.statusCode(),
                    contentType,
                    retryAfter == null ? Optional.empty() : RetryAfter.read(retryAfter, clock.instant()),
                    text);
            if (!sending.batch() || !answer.good()) {
                return answer;
            }
            List<Answer> parts = BatchAnswer.parts(contentType, text, clock.instant());
            // What its parts say is held once.
            return new Answer(answer.status(), contentType, answer.retryAfter(), "", parts);
        });
    }

    private <T> Future<T> onContext(CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, vertx.getOrCreateContext());
    }

    @Override
    public void close() {
        http.close();
    }
}
