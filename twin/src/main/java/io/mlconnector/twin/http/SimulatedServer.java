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
import java.net.SocketException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An HTTP server on the loopback address: counts each call, applies planned faults, sends the responses. */
public final class SimulatedServer {

    private static final String RECORD = "/twin/record";

    /** What a system does with a call. */
    public interface Handler {
        /**
         * Carries out a call.
         *
         * @param call the call
         * @return the response
         */
        Reply answer(Call call);

        /**
         * The path template, for counting.
         *
         * @param path decoded path
         * @return the template
         */
        String template(String path);

        /**
         * The paths of the reads inside a batch.
         *
         * @param call the call
         * @return decoded paths; none for anything else
         */
        default List<String> readsInside(Call call) {
            return List.of();
        }

        /**
         * The system's own way to say 429.
         *
         * @return a response without Retry-After
         */
        Reply throttled();

        /**
         * The system's own way to refuse a token that has expired.
         *
         * @param call the call
         * @return 401
         */
        Reply expired(Call call);
    }

    private final Vertx vertx;
    private final FaultPlan.System system;
    private final FaultPlan faults;
    private final CallCounter counter;
    private final RequestJournal journal;
    private final Clock clock;
    private final Handler handler;
    private final Supplier<Object> record;
    private final HttpServer server;

    private SimulatedServer(
            Vertx vertx,
            FaultPlan.System system,
            FaultPlan faults,
            CallCounter counter,
            RequestJournal journal,
            Clock clock,
            Handler handler,
            Supplier<Object> record) {
        this.vertx = vertx;
        this.system = system;
        this.faults = faults;
        this.counter = counter;
        this.journal = journal;
        this.clock = clock;
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
     * @param journal writes the requests down
     * @param clock its time
     * @param handler executes the calls
     * @param record what {@code GET /twin/record} shows
     * @return the listening server; a {@link PortTaken} if it cannot listen there
     */
    public static Future<SimulatedServer> start(
            Vertx vertx,
            FaultPlan.System system,
            int port,
            FaultPlan faults,
            CallCounter counter,
            RequestJournal journal,
            Clock clock,
            Handler handler,
            Supplier<Object> record) {
        SimulatedServer simulated =
                new SimulatedServer(vertx, system, faults, counter, journal, clock, handler, record);
        simulated.server.requestHandler(simulated::receive);
        return simulated
                .server
                .listen(port, "127.0.0.1")
                .map(listening -> simulated)
                .recover(failure -> Future.failedFuture(
                        failure instanceof SocketException ? new PortTaken(port, failure) : failure));
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
        String path = Call.decodePath(request.path() == null ? "" : request.path());
        int place = path.equals(RECORD)
                ? -1
                : journal.arrived(
                        system,
                        request.method().name(),
                        path,
                        request.remoteAddress().port());
        request.body().onSuccess(body -> dispatch(new Exchange(request, place), body));
    }

    /** A request and its place in the journal. */
    private record Exchange(HttpServerRequest request, int place) {}

    private void dispatch(Exchange exchange, Buffer body) {
        HttpServerRequest request = exchange.request();
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach(entry -> headers.putIfAbsent(entry.getKey(), entry.getValue()));
        String host = request.getHeader("Host");
        String origin = "http://" + (host == null ? "127.0.0.1:" + port() : host);
        Call call = Call.of(request.method().name(), origin, request.uri(), headers, body);
        if (call.path().equals(RECORD)) {
            write(request, Reply.json(200, record.get()));
            return;
        }
        counter.count(system, call.method(), handler.template(call.path()));
        Fault fault = faults.strike(system, call.method(), call.path());
        for (String inside : fault == null ? handler.readsInside(call) : List.<String>of()) {
            fault = fault == null ? faults.strikeInside(system, "GET", inside, true) : fault;
        }
        switch (fault) {
            case null -> send(exchange, work(call));
            case Fault.DropBeforeWork drop -> drop(request);
            case Fault.DropAfterWork drop -> {
                work(call);
                drop(request);
            }
            case Fault.LateWork late -> {
                vertx.setTimer(Math.max(1, late.after().toMillis()), fired -> work(call));
                drop(request);
            }
            case Fault.ExpiredToken expired -> send(exchange, handler.expired(call));
            case Fault.ThrottleUntil until ->
                send(exchange, handler.throttled().with("Retry-After", date(until.seconds())));
            case Fault.Answer answer ->
                send(exchange, new Reply(answer.status(), answer.headers(), Buffer.buffer(answer.body())));
            case Fault.Throttle throttle -> {
                Integer seconds = throttle.retryAfterSeconds();
                Reply reply = handler.throttled();
                send(exchange, seconds == null ? reply : reply.with("Retry-After", seconds.toString()));
            }
            case Fault.Delay delay ->
                vertx.setTimer(Math.max(1, delay.duration().toMillis()), fired -> send(exchange, work(call)));
            case Fault.EndlessAnswer endless -> {
                work(call);
                journal.answered(exchange.place(), 200, null);
                EndlessReply.pour(vertx, request);
            }
            case Fault.DrippingAnswer dripping -> {
                work(call);
                journal.answered(exchange.place(), 200, null);
                EndlessReply.drip(vertx, request, dripping.every());
            }
            case Fault.TruncateBody cut -> truncate(exchange, work(call), cut.bytes());
            case Fault.ThrottlePart part -> {
                Integer seconds = part.retryAfterSeconds();
                boolean told = seconds != null && call.path().equals("/data/$batch");
                send(exchange, work(call.with(part)), told ? String.valueOf(seconds) : null);
            }
        }
    }

    /** Whole seconds are all that the format knows; rounding up preserves the requested pause. */
    private String date(int seconds) {
        Instant until = clock.instant().plusSeconds(seconds);
        Instant whole = until.truncatedTo(ChronoUnit.SECONDS);
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                (whole.equals(until) ? whole : whole.plusSeconds(1)).atOffset(ZoneOffset.UTC));
    }

    private Reply work(Call call) {
        try {
            return handler.answer(call);
        } catch (RuntimeException e) {
            return Reply.json(500, Map.of("Message", "The twin failed: " + e));
        }
    }

    private void send(Exchange exchange, Reply reply) {
        send(exchange, reply, reply.headers().get("Retry-After"));
    }

    private void send(Exchange exchange, Reply reply, @Nullable String retryAfter) {
        if (!exchange.request().response().closed()) {
            journal.answered(exchange.place(), reply.status(), retryAfter);
            write(exchange.request(), reply.headers().containsKey("Date") ? reply : reply.with("Date", date(0)));
        }
    }

    private static void write(HttpServerRequest request, Reply reply) {
        HttpServerResponse response = request.response();
        response.setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        response.end(reply.body());
    }

    private static void drop(HttpServerRequest request) {
        request.connection().close();
    }

    private void truncate(Exchange exchange, Reply reply, int bytes) {
        HttpServerRequest request = exchange.request();
        journal.answered(exchange.place(), reply.status(), null);
        HttpServerResponse response = request.response().setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        response.putHeader("Content-Length", String.valueOf(reply.body().length()));
        Buffer part = reply.body().slice(0, Math.min(bytes, reply.body().length()));
        response.write(part).onComplete(written -> drop(request));
    }
}
