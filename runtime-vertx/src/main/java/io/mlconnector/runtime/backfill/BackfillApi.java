package io.mlconnector.runtime.backfill;

import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.confirmation.Backfill;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.ConnectionChoice;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Routes;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Confirmations of a period, through the same guards as those that a poll finds. */
public final class BackfillApi implements Routes {

    private static final Set<String> MEMBERS = Set.of("connection", "legalEntity", "from", "to", "forecast");

    private final Engine engine;
    private final Engine looking;
    private final ConnectionChoice connections;

    /**
     * Over these connections.
     *
     * @param looking the same engine for those who only look, as forecasts do
     */
    public BackfillApi(Engine engine, Engine looking, ConnectionChoice connections) {
        this.engine = engine;
        this.looking = looking;
        this.connections = connections;
    }

    @Override
    public void mount(ApiRouter router) {
        router.post("/api/v1/documents:backfill", ApiRouter.NO_WORDS, this::backfill);
    }

    private record Wish(LocalDate from, LocalDate to, boolean forecast) {}

    private void backfill(RoutingContext context) {
        Members body = Members.of(context, MEMBERS);
        // Read before anything is judged: a member of the wrong type is named first.
        String id = body.text("connection").orElse("");
        Optional<LegalEntity> legalEntity = body.legalEntity("legalEntity");
        Optional<LocalDate> from = body.day("from");
        Optional<LocalDate> to = body.day("to");
        Wish wish = new Wish(given("from", from), given("to", to), body.flag("forecast"));
        if (wish.to().isBefore(wish.from())) {
            throw new BadRequest("to", "to " + wish.to() + " is before from " + wish.from() + ".");
        }
        Map<Connection, Set<LegalEntity>> where = where(connections.some(id), legalEntity);
        JsonArray items = new JsonArray();
        Future<Optional<JsonObject>> all = Future.succeededFuture(Optional.empty());
        for (Map.Entry<Connection, Set<LegalEntity>> one : where.entrySet()) {
            all = all.compose(failed -> failed.isPresent()
                    ? Future.succeededFuture(failed)
                    : of(one.getKey(), one.getValue(), wish, items));
        }
        all.onSuccess(failed -> failed.ifPresentOrElse(
                        why -> Problems.answer(
                                context, 502, "Not read", why.getString("detail"), why.put("items", items)),
                        () -> Answers.json(
                                context, new JsonObject().put("items", items).put("count", items.size()))))
                .onFailure(context::fail);
    }

    private static LocalDate given(String name, Optional<LocalDate> day) {
        return day.orElseThrow(() -> new BadRequest(name, name + " must be given: a day such as 2026-11-30."));
    }

    /** In which companies is looked, of each connection; those that have none of them are left out. */
    private static Map<Connection, Set<LegalEntity>> where(
            List<Connection> connections, Optional<LegalEntity> legalEntity) {
        Map<Connection, Set<LegalEntity>> where = new LinkedHashMap<>();
        Set<String> known = new TreeSet<>();
        for (Connection connection : connections) {
            Set<LegalEntity> all = connection.orders().legalEntities();
            all.forEach(one -> known.add(one.id()));
            Set<LegalEntity> wanted = all.stream()
                    .filter(one -> legalEntity
                            .filter(other -> !one.id().equalsIgnoreCase(other.id()))
                            .isEmpty())
                    .collect(Collectors.toSet());
            if (!wanted.isEmpty()) {
                where.put(connection, wanted);
            }
        }
        if (where.isEmpty()) {
            String id = legalEntity.map(LegalEntity::id).orElse("");
            String asked = connections.size() == 1
                    ? "Connection " + connections.getFirst().id() + " has no"
                    : "No connection has a";
            throw new BadRequest("legalEntity", asked + " legal entity " + id + NearestWord.orAll(id, known));
        }
        return where;
    }

    /** Adds what was found to the items; why F&O was not read, if it was not. */
    private Future<Optional<JsonObject>> of(
            Connection connection, Set<LegalEntity> legalEntities, Wish wish, JsonArray items) {
        return new Backfill(wish.forecast() ? looking : engine, connection)
                .run(legalEntities, wish.from(), wish.to(), wish.forecast())
                .map(result -> switch (result) {
                    case Backfill.Done(List<Backfill.Found> found) -> {
                        found.forEach(one -> items.add(json(connection, one)));
                        yield Optional.empty();
                    }
                    case Backfill.NotRead(Problem why) ->
                        Optional.of(new JsonObject()
                                .put("connection", connection.id())
                                .put("code", why.code())
                                .put(
                                        "detail",
                                        connection.id() + ": " + why.message()
                                                + " Nothing was entered of this connection."));
                });
    }

    private static JsonObject json(Connection connection, Backfill.Found one) {
        return new JsonObject()
                .put("connection", connection.id())
                .put("legalEntity", one.legalEntity())
                .put("orderNumber", one.orderNumber())
                .put("confirmationNumber", one.confirmationNumber())
                .put("day", one.day().map(LocalDate::toString).orElse(null))
                .put("verdict", one.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("document", one.document().map(DocumentId::text).orElse(null));
    }
}
