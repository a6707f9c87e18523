package io.mlconnector.runtime.document;

import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.Interventions;
import io.mlconnector.engine.intervention.Selection;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.RequestedPlaces;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What is done to all documents that match, oldest first: the same as to one of them, and the same as the console does. */
final class BulkApi implements Routes {

    private final Engine looking;
    private final RequestedPlaces places;
    private final Doing doing;

    /**
     * On this engine's journal.
     *
     * @param looking the same engine for those who only look, as forecasts do
     */
    BulkApi(Engine engine, Engine looking, List<Connection> connections, RequestedPlaces places) {
        this.looking = looking;
        this.places = places;
        this.doing = new Doing(engine, looking, connections);
    }

    @Override
    public void mount(ApiRouter router) {
        for (Interventions.Verb verb : Interventions.Verb.values()) {
            mount(
                    router,
                    verb.word(),
                    "reason",
                    body -> new Doing.Wish.Intervene(verb, body.text("reason").orElse("")));
        }
        mount(router, "assign", "to", body -> new Doing.Wish.Assign(AttentionApi.to(body)));
        mount(router, "snooze", "until", body -> new Doing.Wish.Snooze(AttentionApi.until(body)));
    }

    private void mount(ApiRouter router, String word, String member, Function<Members, Doing.Wish> read) {
        router.post("/api/v1/documents:" + word, ApiRouter.NO_WORDS, context -> {
            Set<String> known = new HashSet<>(Matching.MEMBERS);
            known.add("forecast");
            known.add(member);
            Members body = Members.of(context, known);
            // All are read before any of them is judged: a member of the wrong type is named first.
            boolean forecast = body.flag("forecast");
            body.flag("all");
            body.text(member);
            Matching matching = Matching.of(body, looking.clock().instant());
            Doing.Wish wish = read.apply(body);
            possible(wish, member);
            matching.selection(looking, places)
                    .compose(selection -> (forecast ? foreseen(selection, wish) : done(context, selection, wish))
                            .onSuccess(items -> Answers.json(context, Matching.answer(items, selection))))
                    .onFailure(context::fail);
        });
    }

    /** The forecast refuses what the action refuses. */
    private void possible(Doing.Wish wish, String member) {
        try {
            doing.check(wish);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(member, member + ": " + e.getMessage() + ".");
        }
    }

    private Future<JsonArray> foreseen(Selection selection, Doing.Wish wish) {
        return doing.forecast(selection.documents(), wish).map(found -> {
            JsonArray items = new JsonArray();
            found.forEach((id, forecast) -> items.add(Json.of(id, forecast)));
            return items;
        });
    }

    private Future<JsonArray> done(RoutingContext context, Selection selection, Doing.Wish wish) {
        JsonArray items = new JsonArray();
        return OneAfterAnother.of(
                        selection.documents(),
                        document -> one(context, document, wish).map(item -> {
                            items.add(item);
                            return null;
                        }))
                .map(ignored -> items);
    }

    private Future<JsonObject> one(RoutingContext context, DocumentRecord document, Doing.Wish wish) {
        return doing.act(document.id(), wish, Requested.operator(context))
                .map(after -> new JsonObject()
                        .put("id", document.id().text())
                        .put("outcome", after.isPresent() ? wish.outcome() : "refused")
                        .put(
                                "message",
                                after.map(there -> wish.sentence()
                                                + Doing.notice(there, wish)
                                                        .map(notice -> " " + notice)
                                                        .orElse(""))
                                        .orElse("refused: " + Doing.notNow(wish))));
    }
}
