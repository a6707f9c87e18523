package io.mlconnector.runtime.document;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.Attending;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Comments, who looks after a document, and until when it is put off. */
final class AttentionApi implements Routes {

    private static final String FORECAST = "forecast";

    private final Engine engine;
    private final Engine looking;
    private final Doing doing;

    /**
     * On this engine's journal.
     *
     * @param looking the same engine for those who only look, as forecasts do
     */
    AttentionApi(Engine engine, Engine looking, List<Connection> connections) {
        this.engine = engine;
        this.looking = looking;
        this.doing = new Doing(engine, looking, connections);
    }

    private Attending attending(RoutingContext context) {
        return new Attending(UnchangedDocument.engine(context, engine).journal(), engine.clock());
    }

    @Override
    public void mount(ApiRouter router) {
        router.post("/api/v1/documents/:id/comment", ApiRouter.NO_WORDS, this::comment);
        router.post("/api/v1/documents/:id/assign", ApiRouter.NO_WORDS, this::assign);
        router.post("/api/v1/documents/:id/snooze", ApiRouter.NO_WORDS, this::snooze);
    }

    private void comment(RoutingContext context) {
        String text = Members.of(context, Set.of("text")).text("text").orElse("");
        attend(context, "text", id -> attending(context).comment(id, who(context), text));
    }

    private void assign(RoutingContext context) {
        Members body = Members.of(context, Set.of("to", FORECAST));
        boolean forecast = body.flag(FORECAST);
        Optional<String> to = to(body);
        if (forecast) {
            foresee(context, "to", new Doing.Wish.Assign(to));
        } else {
            attend(context, "to", id -> attending(context).assign(id, who(context), to));
        }
    }

    private void snooze(RoutingContext context) {
        Members body = Members.of(context, Set.of("until", FORECAST));
        boolean forecast = body.flag(FORECAST);
        Optional<Instant> until = until(body);
        if (forecast) {
            foresee(context, "until", new Doing.Wish.Snooze(until));
        } else {
            attend(context, "until", id -> attending(context).snooze(id, who(context), until));
        }
    }

    /** Who looks after something; empty: nobody. */
    static Optional<String> to(Members body) {
        return body.orNull("to", "name who looks after it, or say null for nobody");
    }

    /** Until when something is put off; empty: it is listed again. */
    static Optional<Instant> until(Members body) {
        return body.orNull("until", "say until when it is put off, or null to have it listed again")
                .map(AttentionApi::time);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new BadRequest("until", "until must be a time such as 2026-03-10T09:15:00Z.");
        }
    }

    private void foresee(RoutingContext context, String member, Doing.Wish wish) {
        Requested.id(context).ifPresent(id -> {
            try {
                doing.check(wish);
            } catch (IllegalArgumentException e) {
                throw new BadRequest(member, member + ": " + e.getMessage() + ".");
            }
            looking.onContext(looking.journal().find(id))
                    .compose(found -> doing.forecast(found.stream().toList(), wish))
                    .onSuccess(all -> all.entrySet().stream()
                            .findFirst()
                            .ifPresentOrElse(
                                    one -> Answers.json(context, Json.of(one.getKey(), one.getValue())),
                                    () -> Requested.unknown(context)))
                    .onFailure(context::fail);
        });
    }

    private static String who(RoutingContext context) {
        return Requested.operator(context);
    }

    private void attend(
            RoutingContext context,
            String member,
            Function<DocumentId, CompletionStage<Optional<DocumentRecord>>> act) {
        Requested.id(context).ifPresent(id -> {
            CompletionStage<Optional<DocumentRecord>> done;
            try {
                done = act.apply(id);
            } catch (IllegalArgumentException e) {
                throw new BadRequest(member, member + ": " + e.getMessage() + ".");
            }
            engine.onContext(done)
                    .onSuccess(found -> found.ifPresentOrElse(
                            document -> {
                                engine.loop().signal(Signals.CHANGED, id.text());
                                Answers.json(context, Json.of(document));
                            },
                            () -> Requested.unknown(context)))
                    .onFailure(context::fail);
        });
    }
}
