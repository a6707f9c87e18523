package io.mlconnector.runtime.ping;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.engine.intake.knowledge.FolderKnowledge;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.runtime.access.GateLoad;
import io.mlconnector.runtime.access.GateTraffic;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.ConnectionChoice;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The connections: how they are, and whether both sides answer now (contract, section 4). */
public final class ConnectionsApi {

    private final Pings pings;
    private final Sides sides;
    private final Health health;
    private final InstantSource clock;

    /**
     * Over these connections.
     *
     * @param pings asks both sides
     * @param sides how both sides are
     * @param health what their polls last came to
     */
    public ConnectionsApi(Pings pings, Sides sides, Health health, InstantSource clock) {
        this.pings = pings;
        this.sides = sides;
        this.health = health;
        this.clock = clock;
    }

    /** Adds its routes; who is not signed in does not reach them. */
    public void mount(ApiRouter router) {
        router.get("/api/v1/connections", ApiRouter.NO_WORDS, this::list);
        router.post("/api/v1/connections/:connection/ping", ApiRouter.NO_WORDS, this::ping);
    }

    private void list(RoutingContext context) {
        pings.remembered()
                .onSuccess(known -> {
                    Instant now = clock.instant();
                    JsonArray items = new JsonArray();
                    pings.connections()
                            .forEach((id, connection) -> items.add(of(id, connection, now)
                                    .put("folders", folders(known.folders(id)))
                                    .put("orders", orders(known.orders(id)))));
                    Answers.json(context, new JsonObject().put("items", items).putNull("next"));
                })
                .onFailure(context::fail);
    }

    /** How far the poll of orders has come. */
    private static JsonObject orders(PollMemory.Orders known) {
        return new JsonObject()
                .put("since", known.since().map(LocalDate::toString).orElse(null))
                .put("newest", known.newest().map(LocalDate::toString).orElse(null));
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
                        .put("last", status.last().toString())
                        .put("worked", status.worked().map(Instant::toString).orElse(null));
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
                .put("polls", polls)
                .put("sides", sides(connection, now))
                .put(
                        "lastPing",
                        pings.last(id)
                                .map(asked -> found(asked.found())
                                        .put("at", asked.at().toString()))
                                .orElse(null));
    }

    private void ping(RoutingContext context) {
        String id = context.pathParam("connection");
        Optional<Future<List<Finding>>> asked = pings.ask(id);
        if (asked.isEmpty()) {
            ConnectionChoice.unknown(context, id, pings.connections().keySet());
            return;
        }
        asked.get()
                .onSuccess(found -> Answers.json(context, found(found).put("connection", id)))
                .onFailure(failure -> {
                    if (failure instanceof java.util.concurrent.TimeoutException) {
                        context.response().putHeader("Retry-After", "60");
                        Problems.answer(
                                context,
                                503,
                                "Not finished",
                                "Not everything was asked within " + Pings.MOST_SECONDS
                                        + " s: a remote system answers slowly. /health/ready says which.");
                    } else {
                        context.fail(failure);
                    }
                });
    }

    private static JsonObject found(List<Finding> found) {
        JsonArray all = new JsonArray();
        found.forEach(finding -> all.add(finding.json()));
        return new JsonObject()
                .put("good", found.stream().allMatch(Finding::good))
                .put("findings", all);
    }

    private JsonArray sides(Ping connection, Instant now) {
        JsonArray all = new JsonArray();
        sides.of(connection).forEach(side -> all.add(of(side, now)));
        return all;
    }

    private static JsonObject of(Side side, Instant now) {
        JsonObject json = new JsonObject()
                .put("side", side.name())
                .put("system", side.system())
                .put("address", side.address())
                .put(
                        "token",
                        side.token()
                                .map(life -> new JsonObject()
                                        .put("since", life.since().toString())
                                        .put("renewAt", life.renewAt().toString()))
                                .orElse(null))
                .put("circuit", side.load().map(GateLoad::circuitOpen).orElse(false) ? "open" : "closed");
        JsonObject paused = new JsonObject();
        side.load()
                .ifPresent(load -> load.pausedUntil().forEach((key, until) -> {
                    if (until.isAfter(now)) {
                        paused.put(key, until.toString());
                    }
                }));
        return json.put("pausedUntil", paused)
                .put("underWay", side.load().map(GateLoad::underWay).orElse(0))
                .put("allowed", side.load().map(GateLoad::allowed).orElse(null))
                .put("waiting", side.load().map(GateLoad::waiting).orElse(0))
                .put(
                        "requestsPerSecond",
                        side.traffic()
                                .map(GateTraffic::requestsPerSecond)
                                .filter(limit -> limit > 0)
                                .orElse(null))
                .put(
                        "sent",
                        new JsonObject(new TreeMap<>(
                                side.traffic().map(GateTraffic::sent).orElse(Map.of()))));
    }
}
