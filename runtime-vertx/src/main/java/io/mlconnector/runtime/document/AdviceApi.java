package io.mlconnector.runtime.document;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.Advising;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells partners by an 824 what is wrong with what they sent. */
final class AdviceApi implements Routes {
    private final Engine engine;
    private final Advising advising;

    /**
     * On this engine's journal.
     *
     * @param looking the same engine for those who only look
     */
    AdviceApi(Engine engine, Engine looking, List<Connection> connections) {
        this.engine = engine;
        this.advising = new Advising(engine, looking.journal(), connections);
    }

    @Override
    public void mount(ApiRouter router) {
        router.post("/api/v1/documents/:id/advise", ApiRouter.NO_WORDS, this::advise);
    }

    private void advise(RoutingContext context) {
        Members body = Members.of(context, Set.of("verdict", "code", "text"));
        Advising.Words words;
        try {
            words = new Advising.Words(
                    body.text("verdict").orElse("TR"),
                    body.text("code").orElse(""),
                    body.text("text").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(
                    "",
                    e.getMessage()
                            + ". Such as {\"verdict\": \"TR\", \"code\": \"010\", \"text\": \"Total out of balance\"}.");
        }
        String who = Requested.operator(context);
        Optional<DocumentId> about = DocumentId.of(context.pathParam("id"));
        if (about.isEmpty()) {
            Problems.answer(context, 404, "Unknown", "There is no such document.");
            return;
        }
        advising.advise(about.get(), words, who)
                .onSuccess(result -> {
                    switch (result) {
                        case Advising.Result.Announced(DocumentId advice) -> {
                            engine.loop().signal(Signals.DUE, "");
                            Answers.json(context, 201, new JsonObject().put("advice", advice.text()));
                        }
                        case Advising.Result.SaidBefore ignored ->
                            Problems.answer(
                                    context,
                                    409,
                                    "Said before",
                                    "The same was said about this document before; nothing is sent a second time.");
                        case Advising.Result.Refused(String why) -> Problems.answer(context, 409, "Not possible", why);
                    }
                })
                .onFailure(context::fail);
    }
}
