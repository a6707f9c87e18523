package io.mlconnector.runtime.http;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.engine.intervention.Discards;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Discards with what was left behind in F&O, and forecasts of discards. */
final class DiscardApi {

    /** What a body may have. */
    static final Set<String> MEMBERS = Set.of("reason", "deleteHeader", "forecast");

    private final Engine engine;
    private final Engine looking;
    private final Forecasts forecasts;
    private final Discards discards;

    /**
     * On this engine's journal.
     *
     * @param looking the same engine for those who only look, as forecasts do
     */
    DiscardApi(Engine engine, Engine looking, List<Connection> connections) {
        this.engine = engine;
        this.looking = looking;
        this.forecasts = new Forecasts(looking, connections);
        this.discards = new Discards(engine);
    }

    /**
     * Under its address.
     *
     * @param plain discards and leaves F&O alone
     */
    void mount(ApiRouter router, Consumer<RoutingContext> plain) {
        router.post("/api/v1/documents/:id/discard", ApiRouter.NO_WORDS, context -> {
            Members body = Members.of(context, MEMBERS);
            boolean deleteHeader = body.flag("deleteHeader");
            if (!body.flag("forecast") && !deleteHeader) {
                plain.accept(context);
                return;
            }
            Api.id(context).ifPresent(id -> {
                if (body.flag("forecast")) {
                    forecast(context, id, deleteHeader);
                } else {
                    withHeader(context, id, body.text("reason").orElse(""));
                }
            });
        });
    }

    private void forecast(RoutingContext context, DocumentId id, boolean deleteHeader) {
        looking.onContext(looking.journal().find(id))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.<JsonObject>empty())
                        : forecasts
                                .discarded(found.get(), deleteHeader)
                                .map(forecast -> Optional.of(Json.of(id, forecast))))
                .onSuccess(
                        json -> json.ifPresentOrElse(known -> Answers.json(context, known), () -> Api.unknown(context)))
                .onFailure(context::fail);
    }

    private void withHeader(RoutingContext context, DocumentId id, String reason) {
        discards.withHeader(id, context.get(Api.OPERATOR), reason)
                .onSuccess(replayed -> ReplayedAnswer.give(context, engine, replayed, Json::of))
                .onFailure(context::fail);
    }
}
