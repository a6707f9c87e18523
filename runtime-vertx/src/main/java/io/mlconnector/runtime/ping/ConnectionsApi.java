package io.mlconnector.runtime.ping;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.engine.intake.knowledge.FolderKnowledge;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The connections: how they are, and whether both sides answer now (contract, section 4). */
public final class ConnectionsApi {

    /** Each question waits its turn at the gate; a remote system that answers nothing takes a minute for each. */
    private static final long MOST_SECONDS = 120;

    private final Map<String, Ping> connections;
    private final Health health;
    private final InstantSource clock;
    private final Map<String, Future<List<Finding>>> underWay = new HashMap<>();

    /**
     * Over these connections.
     *
     * @param connections by their short names
     * @param health what their polls last came to
     */
    public ConnectionsApi(Map<String, Ping> connections, Health health, InstantSource clock) {
        this.connections = new TreeMap<>(connections);
        this.health = health;
        this.clock = clock;
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(Router router) {
        router.get("/api/v1/connections").handler(this::list);
        router.post("/api/v1/connections/:connection/ping").handler(this::ping);
    }

    private void list(RoutingContext context) {
        memory().onSuccess(known -> {
                    Instant now = clock.instant();
                    JsonArray items = new JsonArray();
                    connections.forEach((id, connection) -> items.add(
                            of(id, connection, now).put("folders", folders(known.getOrDefault(id, Map.of())))));
                    Answers.json(context, new JsonObject().put("items", items).putNull("next"));
                })
                .onFailure(context::fail);
    }

    /** One question to the journal for all connections: each knows the same memory. */
    private Future<Map<String, Map<FolderReference, FolderKnowledge>>> memory() {
        return connections.values().stream()
                .findFirst()
                .map(any -> any.memory()
                        .of(connections.values().stream().map(Ping::settings).toList()))
                .orElseGet(() -> Future.succeededFuture(Map.of()));
    }

    private static JsonArray folders(Map<FolderReference, FolderKnowledge> known) {
        JsonArray folders = new JsonArray();
        known.forEach((folder, knowledge) -> folders.add(new JsonObject()
                .put("folder", folder.toString())
                .put("consumeOnRead", knowledge.consumeOnRead().text())
                .put("deleteRight", knowledge.deleteRight().text())));
        return folders;
    }

    private JsonObject of(String id, Ping connection, Instant now) {
        JsonObject polls = new JsonObject();
        boolean[] up = {true};
        health.at(now).forEach((what, status) -> {
            if (what.endsWith(" of " + id) || what.contains(" of " + id + ",")) {
                up[0] &= status.problem().isEmpty();
                JsonObject poll = new JsonObject()
                        .put("status", status.problem().isEmpty() ? "up" : "down")
                        .put("since", status.since().toString())
                        .put("last", status.last().toString());
                status.problem().ifPresent(why -> poll.put("reason", why.message()));
                health.remark(what).ifPresent(remark -> poll.put("remark", remark));
                polls.put(what, poll);
            }
        });
        JsonArray partners = new JsonArray();
        connection
                .settings()
                .partners()
                .all()
                .forEach(partner -> partners.add(partner.id().id()));
        JsonArray legalEntities = new JsonArray();
        connection.settings().dynamics().legalEntities().stream()
                .map(Object::toString)
                .sorted()
                .forEach(legalEntities::add);
        return new JsonObject()
                .put("id", id)
                .put("status", up[0] ? "up" : "down")
                .put(
                        "dynamics",
                        connection.settings().dynamics().environmentUrl().toString())
                .put("cleo", connection.settings().cleo().baseUrl().toString())
                .put("requestsPerSecond", connection.settings().cleo().requestsPerSecond())
                .put("legalEntities", legalEntities)
                .put("partners", partners)
                .put("polls", polls);
    }

    /** Whoever asks while a ping is under way gets what that one finds: questions cost the remote systems something. */
    private void ping(RoutingContext context) {
        String id = context.pathParam("connection");
        Ping connection = connections.get(id);
        if (connection == null) {
            Problems.answer(
                    context,
                    404,
                    "Not found",
                    "There is no connection of this name; GET /api/v1/connections names all.");
            return;
        }
        Future<List<Finding>> findings = underWay.get(id);
        if (findings == null) {
            findings = connection.findings().timeout(MOST_SECONDS, TimeUnit.SECONDS);
            underWay.put(id, findings);
            findings.onComplete(ignored -> underWay.remove(id));
        }
        findings.onSuccess(found -> {
                    JsonArray all = new JsonArray();
                    found.forEach(finding -> all.add(finding.json()));
                    Answers.json(
                            context,
                            new JsonObject()
                                    .put("connection", id)
                                    .put("good", found.stream().allMatch(Finding::good))
                                    .put("findings", all));
                })
                .onFailure(failure -> {
                    if (failure instanceof java.util.concurrent.TimeoutException) {
                        context.response().putHeader("Retry-After", "60");
                        Problems.answer(
                                context,
                                503,
                                "Not finished",
                                "Not everything was asked within " + MOST_SECONDS
                                        + " s: a remote system answers slowly. /health/ready says which.");
                    } else {
                        context.fail(failure);
                    }
                });
    }
}
