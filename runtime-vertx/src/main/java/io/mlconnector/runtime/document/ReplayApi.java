package io.mlconnector.runtime.document;

import io.mlconnector.domain.correction.CorrectionFault;
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
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.entrance.RequestBody;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Query;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.RequestedPlaces;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Replays and their forecasts, of one document and of all that match, and edited payloads. */
final class ReplayApi implements Routes {

    private final Engine engine;
    private final Engine looking;
    private final Forecasts forecasts;
    private final Replays replays;
    private final Edits previews;
    private final RequestedPlaces places;

    /**
     * On this engine's journal.
     *
     * @param looking the same engine for those who only look, as forecasts do
     */
    ReplayApi(Engine engine, Engine looking, List<Connection> connections, RequestedPlaces places) {
        this.places = places;
        this.engine = engine;
        this.looking = looking;
        this.forecasts = new Forecasts(looking, connections);
        this.replays = new Replays(engine);
        this.previews = new Edits(looking);
    }

    @Override
    public void mount(ApiRouter router) {
        router.post("/api/v1/documents:replay", ApiRouter.NO_WORDS, this::all);
        router.post("/api/v1/documents/:id/replay", ApiRouter.NO_WORDS, this::one);
        router.put("/api/v1/documents/:id/payload", Set.of("reason", "forecast"), this::payload);
    }

    /** What a body asks for. */
    private record Wish(Optional<Stage> from, boolean forecast, String reason, Members body) {

        static final Set<String> MEMBERS = Set.of("from", "forecast", "reason");

        /** Reads it. */
        static Wish of(RoutingContext context, Set<String> more) {
            Set<String> known = new TreeSet<>(MEMBERS);
            known.addAll(more);
            Members body = Members.of(context, known);
            return new Wish(
                    body.text("from").map(Wish::stage),
                    body.flag("forecast"),
                    body.text("reason").orElse(""),
                    body);
        }

        private static Stage stage(String word) {
            try {
                return Stage.of(word);
            } catch (IllegalArgumentException e) {
                throw new BadRequest("from", "from: " + e.getMessage() + ".");
            }
        }
    }

    private void one(RoutingContext context) {
        Wish wish = Wish.of(context, Set.of());
        Optional<DocumentId> id = Requested.id(context);
        if (id.isEmpty()) {
            return;
        }
        if (wish.forecast()) {
            looking.onContext(looking.journal().find(id.get()))
                    .compose(found -> found.isEmpty()
                            ? Future.succeededFuture(Optional.<JsonObject>empty())
                            : forecasts
                                    .of(found.get(), wish.from())
                                    .map(forecast -> Optional.of(Json.of(id.get(), forecast))))
                    .onSuccess(json -> json.ifPresentOrElse(
                            known -> Answers.json(context, known), () -> Requested.unknown(context)))
                    .onFailure(context::fail);
            return;
        }
        new Replays(UnchangedDocument.engine(context, engine))
                .replay(id.get(), wish.from(), Requested.operator(context), wish.reason())
                .onSuccess(replayed -> answer(context, replayed, new JsonObject()))
                .onFailure(context::fail);
    }

    private void answer(RoutingContext context, Replayed replayed, JsonObject more) {
        ReplayedAnswer.give(
                context,
                engine,
                replayed,
                after -> Json.of(after).mergeIn(Json.of(after.id(), replayed)).mergeIn(more));
    }

    private void all(RoutingContext context) {
        Wish wish = Wish.of(context, Matching.MEMBERS);
        Matching.of(wish.body(), looking.clock().instant())
                .selection(looking, places)
                .compose(selection -> items(context, wish, selection)
                        .onSuccess(items -> Answers.json(context, Matching.answer(items, selection))))
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
        return replays.replay(ids, wish.from(), Requested.operator(context), wish.reason())
                .map(results -> {
                    engine.loop().signal(Signals.DUE, "");
                    results.forEach((id, result) -> items.add(Json.of(id, result)));
                    return items;
                });
    }

    private void payload(RoutingContext context) {
        Buffer body = RequestBody.of(context);
        if (body.length() == 0) {
            throw new BadRequest("", "The body must be the edited X12 file.");
        }
        String reason = Query.text(context, "reason");
        boolean forecast = Query.flag(context, "forecast");
        Requested.id(context)
                .ifPresent(id -> previews.read(id, body.getBytes())
                        .onSuccess(edit -> {
                            switch (edit) {
                                case Edit.Missing ignored -> Requested.unknown(context);
                                case Edit.Refused(String why) -> Problems.answer(context, 409, "Not now", why);
                                case Edit.Unusable(CorrectionFault fault) -> unusable(context, fault);
                                case Edit.Usable usable -> usable(context, id, usable, forecast, reason);
                            }
                        })
                        .onFailure(context::fail));
    }

    private static void unusable(RoutingContext context, CorrectionFault fault) {
        JsonArray problems = new JsonArray();
        for (SyntaxProblem problem : fault.problems()) {
            problems.add(Json.of(problem));
        }
        Problems.answer(context, 422, "Cannot be used", fault.why(), new JsonObject().put("problems", problems));
    }

    private void usable(RoutingContext context, DocumentId id, Edit.Usable edit, boolean forecast, String reason) {
        JsonObject difference =
                new JsonObject().put("difference", new String(edit.difference().bytes(), StandardCharsets.UTF_8));
        if (forecast) {
            previews.forecast(forecasts, id, edit)
                    .onSuccess(foreseen ->
                            Answers.json(context, Json.of(id, foreseen).mergeIn(difference)))
                    .onFailure(context::fail);
        } else {
            new Edits(UnchangedDocument.engine(context, engine))
                    .put(id, edit, Requested.operator(context), reason)
                    .onSuccess(replayed -> answer(context, replayed, difference))
                    .onFailure(context::fail);
        }
    }
}
