package io.mlconnector.twin.http;

import io.mlconnector.twin.fault.Fault;
import io.mlconnector.twin.fault.FaultPlan;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** An HTTP server on the loopback address: counts each call, lets planned faults strike, sends the answers. */
public final class SimulatedServer {

    private static final String RECORD = "/twin/record";

    /** What a system does with a call. */
    public interface Handler {
        /**
         * Carries out a call.
         *
         * @param call the call
         * @return the answer
         */
        Reply answer(Call call);

        /**
         * The path with its variable parts taken out, for counting.
         *
         * @param path decoded path
         * @return the template
         */
        String template(String path);

        /**
         * The system's own way to say 429.
         *
         * @return an answer without Retry-After
         */
        Reply throttled();
    }

    private final Vertx vertx;
    private final FaultPlan.System system;
    private final FaultPlan faults;
    private final CallCounter counter;
    private final Handler handler;
    private final Supplier<Object> record;
    private final HttpServer server;

    private SimulatedServer(
            Vertx vertx,
            FaultPlan.System system,
            FaultPlan faults,
            CallCounter counter,
            Handler handler,
            Supplier<Object> record) {
        this.vertx = vertx;
        this.system = system;
        this.faults = faults;
        this.counter = counter;
        this.handler = handler;
        this.record = record;
        this.server = vertx.createHttpServer(new HttpServerOptions().setMaxInitialLineLength(16_384));
    }

    /**
     * Starts a server.
     *
     * @param vertx runs it
     * @param system which system it plays
     * @param port port, 0 for any free one
     * @param faults planned faults
     * @param counter counts the calls
     * @param handler carries the calls out
     * @param record what {@code GET /twin/record} shows
     * @return the listening server
     */
    public static Future<SimulatedServer> start(
            Vertx vertx,
            FaultPlan.System system,
            int port,
            FaultPlan faults,
            CallCounter counter,
            Handler handler,
            Supplier<Object> record) {
        SimulatedServer simulated = new SimulatedServer(vertx, system, faults, counter, handler, record);
        simulated.server.requestHandler(simulated::receive);
        return simulated.server.listen(port, "127.0.0.1").map(listening -> simulated);
    }

    /**
     * The port it listens on.
     *
     * @return the port
     */
    public int port() {
        return server.actualPort();
    }

    /**
     * Stops it.
     *
     * @return done
     */
    public Future<Void> stop() {
        return server.close();
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> dispatch(request, body));
    }

    private void dispatch(HttpServerRequest request, Buffer body) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach(entry -> headers.putIfAbsent(entry.getKey(), entry.getValue()));
        String host = request.getHeader("Host");
        String origin = "http://" + (host == null ? "127.0.0.1:" + port() : host);
        Call call = Call.of(request.method().name(), origin, request.uri(), headers, body);
        if (call.path().equals(RECORD)) {
            send(request, Reply.json(200, record.get()));
            return;
        }
        counter.count(system, call.method(), handler.template(call.path()));
        Fault fault = faults.strike(system, call.method(), call.path());
        switch (fault) {
            case null -> send(request, work(call));
            case Fault.DropBeforeWork drop -> drop(request);
            case Fault.DropAfterWork drop -> {
                work(call);
                drop(request);
            }
            case Fault.Answer answer ->
                send(request, new Reply(answer.status(), answer.headers(), Buffer.buffer(answer.body())));
            case Fault.Throttle throttle -> {
                Integer seconds = throttle.retryAfterSeconds();
                Reply reply = handler.throttled();
                send(request, seconds == null ? reply : reply.with("Retry-After", seconds.toString()));
            }
            case Fault.Delay delay ->
                vertx.setTimer(Math.max(1, delay.duration().toMillis()), fired -> send(request, work(call)));
            case Fault.TruncateBody cut -> truncate(request, work(call), cut.bytes());
            case Fault.ThrottlePart part -> send(request, work(call.with(part)));
        }
    }

    private Reply work(Call call) {
        try {
            return handler.answer(call);
        } catch (RuntimeException e) {
            return Reply.json(500, Map.of("Message", "The twin failed: " + e));
        }
    }

    private static void send(HttpServerRequest request, Reply reply) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        response.end(reply.body());
    }

    private static void drop(HttpServerRequest request) {
        request.connection().close();
    }

    private static void truncate(HttpServerRequest request, Reply reply, int bytes) {
        HttpServerResponse response = request.response().setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        response.putHeader("Content-Length", String.valueOf(reply.body().length()));
        Buffer part = reply.body().slice(0, Math.min(bytes, reply.body().length()));
        response.write(part).onComplete(written -> drop(request));
    }
}
