package io.mlconnector.runtime.http;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.Advising;
import io.mlconnector.engine.loop.Signals;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Tells partners by an 824 what is wrong with what they sent. */
final class AdviceApi {
    private final Engine engine;

    AdviceApi(Engine engine) {
        this.engine = engine;
    }

    void mount(Router router) {
        router.post("/api/v1/documents/:id/advise").handler(this::advise);
    }

    private void advise(RoutingContext context) {
        Advising.Words words;
        try {
            JsonObject body = context.body().asJsonObject();
            if (body == null) {
                bad(context, "The body must be a JSON object.");
                return;
            }
            words = new Advising.Words(
                    body.getString("verdict", "TR"), body.getString("code", ""), body.getString("text", ""));
        } catch (DecodeException | ClassCastException e) {
            bad(context, "The body must be a JSON object with texts in it.");
            return;
        } catch (IllegalArgumentException e) {
            bad(context, e.getMessage() + ".");
            return;
        }
        String who = context.get(Api.OPERATOR);
        Optional<DocumentId> about = DocumentId.of(context.pathParam("id"));
        if (about.isEmpty()) {
            Problems.answer(context, 404, "Unknown", "There is no such document.");
            return;
        }
        new Advising(engine)
                .advise(about.get(), words, who)
                .onSuccess(result -> {
                    switch (result) {
                        case Advising.Result.Announced(DocumentId advice) -> {
                            engine.loop().signal(Signals.DUE, "");
                            context.response().setStatusCode(201);
                            context.json(new JsonObject().put("advice", advice.text()));
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

    private static void bad(RoutingContext context, String why) {
        Problems.answer(
                context,
                400,
                "Bad body",
                why + " Such as {\"verdict\": \"TR\", \"code\": \"010\", \"text\": \"Total out of balance\"}.");
    }
}
