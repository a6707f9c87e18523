package io.mlconnector.runtime.document;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.engine.intervention.Discards;
import io.mlconnector.engine.intervention.Interventions;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Releases, discards and restorations of one document, and what they would come to. */
final class InterventionApi implements Routes {

    private static final Set<String> MEMBERS = Set.of("reason", "forecast");
    private static final Set<String> DISCARD_MEMBERS = Set.of("reason", "forecast", "deleteHeader");

    private final Engine engine;
    private final Engine looking;
    private final Doing doing;
    private final Forecasts forecasts;

    /**
     * On this engine's journal.
     *
     * @param looking the same engine for those who only look, as forecasts do
     */
    InterventionApi(Engine engine, Engine looking, List<Connection> connections) {
        this.engine = engine;
        this.looking = looking;
        this.doing = new Doing(engine, looking, connections);
        this.forecasts = new Forecasts(looking, connections);
    }

    @Override
    public void mount(ApiRouter router) {
        for (Interventions.Verb verb : Interventions.Verb.values()) {
            router.post(
                    "/api/v1/documents/:id/" + verb.word(), ApiRouter.NO_WORDS, context -> intervene(context, verb));
        }
    }

    private void intervene(RoutingContext context, Interventions.Verb verb) {
        boolean discard = verb == Interventions.Verb.DISCARD;
        Members body = Members.of(context, discard ? DISCARD_MEMBERS : MEMBERS);
        boolean deleteHeader = discard && body.flag("deleteHeader");
        boolean forecast = body.flag("forecast");
        Doing.Wish wish = new Doing.Wish.Intervene(verb, body.text("reason").orElse(""));
        Requested.id(context).ifPresent(id -> {
            if (forecast) {
                forecast(
                        context,
                        id,
                        document -> deleteHeader
                                ? forecasts.discarded(document, true)
                                : doing.forecast(List.of(document), wish).map(all -> all.get(id)));
            } else if (deleteHeader) {
                new Discards(UnchangedDocument.engine(context, engine))
                        .withHeader(
                                id,
                                Requested.operator(context),
                                body.text("reason").orElse(""))
                        .onSuccess(replayed -> ReplayedAnswer.give(context, engine, replayed, Json::of))
                        .onFailure(context::fail);
            } else {
                act(context, id, wish);
            }
        });
    }

    private void forecast(RoutingContext context, DocumentId id, Function<DocumentRecord, Future<Forecast>> forecast) {
        looking.onContext(looking.journal().find(id))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.<JsonObject>empty())
                        : forecast.apply(found.get()).map(foreseen -> Optional.of(Json.of(id, foreseen))))
                .onSuccess(json ->
                        json.ifPresentOrElse(known -> Answers.json(context, known), () -> Requested.unknown(context)))
                .onFailure(context::fail);
    }

    private void act(RoutingContext context, DocumentId id, Doing.Wish wish) {
        looking.onContext(looking.journal().find(id))
                .compose(found -> {
                    if (found.isEmpty()) {
                        Requested.unknown(context);
                        return Future.succeededFuture();
                    }
                    Doing through = doing.through(UnchangedDocument.engine(context, engine));
                    return through.act(id, wish, Requested.operator(context)).map(after -> {
                        after.ifPresentOrElse(
                                document -> {
                                    JsonObject shown = Json.of(document);
                                    Doing.notice(document, wish).ifPresent(notice -> shown.put("notice", notice));
                                    Answers.json(context, shown);
                                },
                                () -> Problems.answer(context, 409, "Not now", Doing.notNow(wish)));
                        return null;
                    });
                })
                .onFailure(context::fail);
    }
}
