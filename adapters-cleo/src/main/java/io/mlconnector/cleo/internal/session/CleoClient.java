package io.mlconnector.cleo.internal.session;

import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.domain.retry.ThrottlePause;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.http.AnswerLimits;
import io.mlconnector.http.BoundedAnswers;
import io.mlconnector.http.BrokenRequest;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Gate.Passage;
import io.mlconnector.ports.access.Gate.RemoteHealth;
import io.mlconnector.ports.access.Intent;
import io.mlconnector.ports.access.RetryAfter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Sends single requests to Cleo, each through the gate. Never retries. */
public final class CleoClient implements AutoCloseable {

    private static final int DEFAULT_PROXY_PORT = 3128;

    private final Vertx vertx;
    private final BoundedAnswers http;
    private final long mostBytes;
    private final BrokenRequest.Remote remote;
    private final Gate gate;
    private final InstantSource clock;
    private final Throttles throttles;

    /**
     * Sends nothing yet.
     *
     * @param chance lengthens pauses; safe for use by several threads
     */
    public CleoClient(Vertx vertx, CleoOptions options, Gate gate, InstantSource clock, RandomGenerator chance) {
        this.throttles = new Throttles(chance);
        this.vertx = vertx;
        this.remote = new BrokenRequest.Remote(
                "Cleo",
                options.baseUrl().toString(),
                options.network()
                        .proxy()
                        .map(proxy -> "It is asked through the proxy " + proxy + ", which is cleo.proxy.")
                        .orElse(""),
                "Ask the sender for smaller files.",
                options.network()
                        .trust()
                        .map(file -> "Trusted are the certificates in " + file + ", which is cleo.tls.trust.")
                        .orElse("If its certificate was issued by an authority of your own, name a PEM file with the"
                                + " certificate of that authority in cleo.tls.trust."));
        this.gate = gate;
        this.clock = clock;
        WebClientOptions web = new WebClientOptions()
                .setUserAgent("ml-connector")
                .setFollowRedirects(false)
                // A proxy in between may compress although nobody asked for it.
                .setDecompressionSupported(true)
                .setKeepAliveTimeout(15)
                .setConnectTimeout(Math.toIntExact(options.network().connect().toMillis()));
        options.network()
                .trust()
                .ifPresent(file -> web.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        options.network()
                .proxy()
                .ifPresent(proxy -> web.setProxyOptions(new ProxyOptions()
                        .setType(ProxyType.HTTP)
                        .setHost(proxy.getHost())
                        .setPort(proxy.getPort() < 0 ? DEFAULT_PROXY_PORT : proxy.getPort())));
        this.mostBytes = options.mostBytes();
        this.http = new BoundedAnswers(
                vertx, web, new PoolOptions().setHttp1MaxSize(8).setMaxWaitQueueSize(256));
    }

    /**
     * Sends a request and completes with Cleo's response, whatever its status.
     *
     * @param rateKey of the request
     * @param intent stored immediately before the request is sent
     * @param request built from the value that the intent yields
     * @param authorization value of that header; empty to send no such header
     * @param what the operation, for messages, such as {@code Listing /upload/acme}
     * @param write whether the request changes anything; if so, a lost response is an unknown outcome
     */
    public <I> Future<Outcome<Answer>> send(
            String rateKey,
            Intent<I> intent,
            Function<I, Request> request,
            String authorization,
            String what,
            boolean write) {
        return send(rateKey, intent, request, authorization, what, write, CleoClient::verdict);
    }

    /**
     * The same.
     *
     * @param judge what an answer says of Cleo, for the gate
     */
    <I> Future<Outcome<Answer>> send(
            String rateKey,
            Intent<I> intent,
            Function<I, Request> request,
            String authorization,
            String what,
            boolean write,
            Function<Answer, RemoteHealth> judge) {
        return onContext(gate.pass(
                        rateKey,
                        intent,
                        value -> send(request.apply(value), authorization)
                                .map(response -> answer(rateKey, response))
                                .toCompletionStage(),
                        judge))
                .map(passage -> switch (passage) {
                    case Passage.Answered<Answer>(Answer answer) -> Outcome.done(answer);
                    case Passage.Closed<Answer>(Problem why, Optional<Duration> retryAfter) ->
                        new Outcome.NotNow<>(why, retryAfter);
                    case Passage.Broken<Answer>(Throwable cause) -> BrokenRequest.outcome(remote, cause, what, write);
                });
    }

    private Future<HttpResponse<Buffer>> send(Request request, String authorization) {
        HttpRequest<Buffer> out = http.request(
                        request.method(), request.url(), new AnswerLimits(mostBytes, request.timeout()))
                .timeout(request.timeout().toMillis())
                .putHeader("Accept", request.method().equals(HttpMethod.GET) ? "*/*" : "application/json, */*");
        request.headers().forEach(out::putHeader);
        if (!authorization.isEmpty()) {
            out.putHeader("Authorization", authorization);
        }
        return BoundedAnswers.told(
                out,
                request.form()
                        .map(out::sendMultipartForm)
                        .or(() -> request.body().map(out::sendBuffer))
                        .orElseGet(out::send));
    }

    private Answer answer(String rateKey, HttpResponse<Buffer> response) {
        String retryAfter = response.getHeader("Retry-After");
        String location = response.getHeader("Location");
        Buffer body = response.body();
        Answer answer = new Answer(
                response.statusCode(),
                location == null ? "" : location,
                retryAfter == null ? Optional.empty() : RetryAfter.read(retryAfter, clock.instant()),
                body == null ? Buffer.buffer() : body);
        if (!answer.throttled()) {
            throttles.passed(rateKey);
            return answer;
        }
        return answer.retryAfter().isPresent() ? answer : answer.after(throttles.pause(rateKey, clock.instant()));
    }

    static RemoteHealth verdict(Answer answer) {
        if (answer.throttled()) {
            return new RemoteHealth.Throttled(answer.retryAfter().orElse(ThrottlePause.CLEO.pause()));
        }
        return answer.status() >= 500 ? new RemoteHealth.Failing() : new RemoteHealth.Working();
    }

    <T> Future<T> onContext(CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, vertx.getOrCreateContext());
    }

    @Override
    public void close() {
        http.close();
    }
}
