package io.mlconnector.runtime.http;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.engine.intervention.Edit;
import io.mlconnector.engine.intervention.Edits;
import io.mlconnector.engine.intervention.Replayed;
import io.mlconnector.engine.intervention.Replays;
import io.mlconnector.engine.intervention.Selection;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Replays and their forecasts, of one document and of all that match, and edited payloads. */
final class ReplayApi {

    /** So many at once, unless less is asked for: an answer must come while somebody waits for it. */
    private static final int MOST = 500;

    private final Engine engine;
    private final Forecasts forecasts;
    private final Replays replays;
    private final Edits edits;

    ReplayApi(Engine engine, List<Connection> links) {
        this.engine = engine;
        this.forecasts = new Forecasts(engine, links);
        this.replays = new Replays(engine);
        this.edits = new Edits(engine);
    }

    void mount(Router router) {
        router.postWithRegex("/api/v1/documents(?::|%3[Aa])replay").handler(this::all);
        router.post("/api/v1/documents/:id/replay").handler(this::one);
        router.put("/api/v1/documents/:id/payload").handler(this::payload);
    }

    /** What a body asks for. */
    private record Wish(Optional<Stage> from, boolean forecast, String reason, JsonObject body) {

        static final Set<String> MEMBERS = Set.of("from", "forecast", "reason");

        /** Reads it; answers what is wrong with it otherwise. */
        static Optional<Wish> of(RoutingContext context, Set<String> more) {
            try {
                JsonObject given =
                        context.body().isEmpty() ? null : context.body().asJsonObject();
                JsonObject body = given == null ? new JsonObject() : given;
                refuseUnknown(body, MEMBERS, more);
                return Optional.of(new Wish(
                        Optional.ofNullable(body.getString("from")).map(Stage::of),
                        body.getBoolean("forecast", false),
                        body.getString("reason", ""),
                        body));
            } catch (DecodeException | ClassCastException e) {
                Problems.answer(
                        context, 400, "Bad body", "The body must be a JSON object, such as {\"reason\": \"…\"}.");
            } catch (IllegalArgumentException e) {
                Problems.answer(context, 400, "Bad body", String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }

    private static void refuseUnknown(JsonObject object, Set<String> known, Set<String> more) {
        Set<String> unknown = new TreeSet<>(object.fieldNames());
        unknown.removeAll(known);
        unknown.removeAll(more);
        if (!unknown.isEmpty()) {
            Set<String> all = new TreeSet<>(known);
            all.addAll(more);
            throw new IllegalArgumentException("Unknown members " + unknown + "; known are " + all + ".");
        }
    }

    private void one(RoutingContext context) {
        Optional<Wish> wish = Wish.of(context, Set.of());
        Optional<DocumentId> id = wish.isEmpty() ? Optional.empty() : Api.id(context);
        if (wish.isEmpty() || id.isEmpty()) {
            return;
        }
        if (wish.get().forecast()) {
            engine.onContext(engine.journal().find(id.get()))
                    .compose(found -> found.isEmpty()
                            ? Future.succeededFuture(Optional.<JsonObject>empty())
                            : forecasts
                                    .of(found.get(), wish.get().from())
                                    .map(forecast -> Optional.of(Json.of(id.get(), forecast))))
                    .onSuccess(json ->
                            json.ifPresentOrElse(known -> Api.answer(context, known), () -> Api.unknown(context)))
                    .onFailure(context::fail);
            return;
        }
        replays.replay(
                        id.get(),
                        wish.get().from(),
                        context.get(Api.OPERATOR),
                        wish.get().reason())
                .onSuccess(replayed -> answer(context, replayed, new JsonObject()))
                .onFailure(context::fail);
    }

    private void answer(RoutingContext context, Replayed replayed, JsonObject more) {
        switch (replayed) {
            case Replayed.Missing ignored -> Api.unknown(context);
            case Replayed.Refused(String why) -> Problems.answer(context, 409, "Not now", why);
            case Replayed.Again(DocumentRecord after) -> done(context, after, replayed, more);
            case Replayed.Nothing(DocumentRecord after, String ignored) -> done(context, after, replayed, more);
        }
    }

    private void done(RoutingContext context, DocumentRecord after, Replayed replayed, JsonObject more) {
        engine.loop().signal(Signals.DUE, "");
        Api.answer(
                context, Json.of(after).mergeIn(Json.of(after.id(), replayed)).mergeIn(more));
    }

    private void all(RoutingContext context) {
        Optional<Wish> wish = Wish.of(context, Set.of("filter", "all"));
        if (wish.isEmpty()) {
            return;
        }
        DocumentFilter filter;
        int most;
        try {
            JsonObject given = wish.get().body().getJsonObject("filter", new JsonObject());
            refuseUnknown(given, Filters.NAMES, Set.of("limit"));
            filter = Filters.of(name -> String.valueOf(given.getValue(name, "")).strip());
            most = Math.min(MOST, given.containsKey("limit") ? filter.limit() : MOST);
            if (filter.showsAll() && !wish.get().body().getBoolean("all", false)) {
                throw new IllegalArgumentException(
                        "The filter restricts nothing. Restrict it, or say {\"all\": true}.");
            }
        } catch (IllegalArgumentException | DateTimeParseException | ClassCastException e) {
            Problems.answer(context, 400, "Bad filter", String.valueOf(e.getMessage()));
            return;
        }
        Selection.of(engine, filter, most)
                .compose(selection -> items(context, wish.get(), selection)
                        .onSuccess(items -> Api.answer(
                                context,
                                new JsonObject()
                                        .put("items", items)
                                        .put("count", items.size())
                                        .put("more", selection.more()))))
                .onFailure(context::fail);
    }

    private Future<JsonArray> items(RoutingContext context, Wish wish, Selection selection) {
        JsonArray items = new JsonArray();
        if (wish.forecast()) {
            return forecasts.of(selection.documents(), wish.from()).map(found -> {
                found.forEach((id, forecast) -> items.add(Json.of(id, forecast)));
                return items;
            });
        }
        List<DocumentId> ids =
                selection.documents().stream().map(DocumentRecord::id).toList();
        return replays.replay(ids, wish.from(), context.get(Api.OPERATOR), wish.reason())
                .map(results -> {
                    engine.loop().signal(Signals.DUE, "");
                    results.forEach((id, result) -> items.add(Json.of(id, result)));
                    return items;
                });
    }

    private void payload(RoutingContext context) {
        Buffer body = context.body().buffer();
        if (body == null || body.length() == 0) {
            Problems.answer(context, 400, "Bad body", "The body must be the edited X12 file.");
            return;
        }
        String reason =
                Optional.ofNullable(context.request().getParam("reason")).orElse("");
        boolean forecast = "true".equals(context.request().getParam("forecast"));
        Api.id(context)
                .ifPresent(id -> edits.read(id, body.getBytes())
                        .onSuccess(edit -> {
                            switch (edit) {
                                case Edit.Missing ignored -> Api.unknown(context);
                                case Edit.Refused(String why) -> Problems.answer(context, 409, "Not now", why);
                                case Edit.Unusable unusable -> unusable(context, unusable);
                                case Edit.Usable usable -> usable(context, id, usable, forecast, reason);
                            }
                        })
                        .onFailure(context::fail));
    }

    private static void unusable(RoutingContext context, Edit.Unusable unusable) {
        JsonArray problems = new JsonArray();
        for (SyntaxProblem problem : unusable.problems()) {
            problems.add(Json.of(problem));
        }
        Problems.answer(context, 422, "Cannot be used", unusable.why(), new JsonObject().put("problems", problems));
    }

    private void usable(RoutingContext context, DocumentId id, Edit.Usable edit, boolean forecast, String reason) {
        JsonObject difference =
                new JsonObject().put("difference", new String(edit.difference().bytes(), StandardCharsets.UTF_8));
        if (forecast) {
            edits.forecast(forecasts, id, edit)
                    .onSuccess(foreseen ->
                            Api.answer(context, Json.of(id, foreseen).mergeIn(difference)))
                    .onFailure(context::fail);
        } else {
            edits.put(id, edit, context.get(Api.OPERATOR), reason)
                    .onSuccess(replayed -> answer(context, replayed, difference))
                    .onFailure(context::fail);
        }
    }
}
