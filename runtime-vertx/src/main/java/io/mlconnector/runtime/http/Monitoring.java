package io.mlconnector.runtime.http;

import io.mlconnector.engine.loop.Health;
import io.mlconnector.postgres.monitoring.JournalMonitor;
import io.mlconnector.postgres.monitoring.JournalMonitor.Label;
import io.mlconnector.runtime.http.entrance.Counts;
import io.mlconnector.runtime.json.Json;
import io.mlconnector.runtime.loop.Heartbeats;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Health, metrics, the description of the interface, and the page at the root. */
public final class Monitoring {

    /** A scrape does not wait longer for a count; it gets the last one. */
    private static final Duration COUNT = Duration.ofSeconds(1);

    private final JournalMonitor journal;
    private final Probe database;
    private final Health health;
    private final Heartbeats heartbeats;
    private final InstantSource clock;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private volatile Map<Label, Long> documents = Map.of();

    /**
     * Of this journal, these polls and this entrance.
     *
     * @param heartbeats tells which event loops are stuck
     * @param work what the process has to do
     * @param clock tells how old an answer is
     */
    public Monitoring(
            JournalMonitor journal,
            Health health,
            Heartbeats heartbeats,
            Counts counts,
            Work work,
            InstantSource clock) {
        this.journal = journal;
        this.database = new Probe(journal::answers, clock);
        this.health = health;
        this.heartbeats = heartbeats;
        this.clock = clock;
        GaugeWithCallback.builder()
                .name("mlc_documents")
                .help("Documents by direction and condition")
                .labelNames("direction", "condition")
                .callback(callback ->
                        documents.forEach((label, count) -> callback.call(count, label.direction(), label.condition())))
                .register(registry);
        GaugeWithCallback.builder()
                .name("mlc_poll_up")
                .help("Whether the last look of a poll went well")
                .labelNames("poll")
                .callback(callback -> health.at(clock.instant())
                        .forEach(
                                (poll, status) -> callback.call(status.problem().isEmpty() ? 1 : 0, poll)))
                .register(registry);
        CounterWithCallback.builder()
                .name("mlc_http_refused_total")
                .help("Requests and connections that were turned away, by reason")
                .labelNames("reason")
                .callback(callback -> {
                    for (Counts.Why why : Counts.Why.values()) {
                        callback.call((double) counts.of(why), why.word());
                    }
                })
                .register(registry);
        work.show(registry);
    }

    void mount(Router router) {
        view(router, "/health/live").handler(this::live);
        view(router, "/health").handler(this::ready);
        view(router, "/health/ready").handler(this::ready);
        view(router, "/metrics").handler(this::metrics);
        view(router, "/openapi.yaml").handler(context -> resource(context, "http/openapi.yaml", "application/yaml"));
        view(router, "/schemas/neutral-order.json")
                .handler(context -> resource(context, "schemas/neutral-order.json", "application/schema+json"));
    }

    /** HEAD is answered as GET is, without a body. */
    private static Route view(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** An event loop that is stuck does not come back by itself: only a restart helps. */
    private void live(RoutingContext context) {
        List<String> stuck = heartbeats.stuck();
        JsonObject answer = new JsonObject().put("status", stuck.isEmpty() ? "up" : "down");
        if (!stuck.isEmpty()) {
            answer.put("stuck", new JsonArray(stuck));
        }
        json(context, stuck.isEmpty() ? 200 : 503, answer);
    }

    private void ready(RoutingContext context) {
        JsonObject polls = new JsonObject();
        boolean[] allWell = {true};
        health.at(clock.instant()).forEach((poll, status) -> {
            JsonObject one = new JsonObject()
                    .put("status", status.problem().isEmpty() ? "up" : "down")
                    .put("since", status.since().toString())
                    .put("last", status.last().toString())
                    .put("worked", status.worked().map(Instant::toString).orElse(null));
            status.problem().ifPresent(why -> {
                one.put("reason", Json.of(why));
                allWell[0] = false;
            });
            health.remark(poll).ifPresent(remark -> one.put("remark", remark));
            polls.put(poll, one);
        });
        database.answers()
                .onSuccess(up -> json(
                        context,
                        up && allWell[0] ? 200 : 503,
                        new JsonObject()
                                .put("status", up && allWell[0] ? "up" : "down")
                                .put("database", up ? "up" : "down")
                                .put("polls", polls)));
    }

    private void metrics(RoutingContext context) {
        journal.documents().timeout(COUNT.toMillis(), TimeUnit.MILLISECONDS).onComplete(done -> {
            if (done.succeeded()) {
                documents = done.result();
            }
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            try {
                PrometheusTextFormatWriter.create().write(text, registry.scrape());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            context.response()
                    .putHeader("Content-Type", PrometheusTextFormatWriter.CONTENT_TYPE)
                    .end(Buffer.buffer(text.toByteArray()));
        });
    }

    private static void resource(RoutingContext context, String name, String mediaType) {
        context.vertx()
                .fileSystem()
                .readFile(name)
                .onSuccess(bytes ->
                        context.response().putHeader("Content-Type", mediaType).end(bytes))
                .onFailure(context::fail);
    }

    private static void json(RoutingContext context, int status, JsonObject json) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(json.encode());
    }
}
