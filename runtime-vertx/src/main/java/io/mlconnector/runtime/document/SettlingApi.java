package io.mlconnector.runtime.document;

import io.mlconnector.domain.answering.SettledAnswer;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.Settling;
import io.mlconnector.engine.view.NearestWord;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Settles the answer to a document that a partner rejected, or did not answer. */
final class SettlingApi implements Routes {

    private static final Set<String> WORDS =
            SettledAnswer.POSSIBLE.stream().map(Acknowledgement::word).collect(Collectors.toCollection(TreeSet::new));

    private final Engine engine;

    SettlingApi(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void mount(ApiRouter router) {
        router.post("/api/v1/documents/:id/settle", ApiRouter.NO_WORDS, this::settle);
    }

    private void settle(RoutingContext context) {
        Members body = Members.of(context, Set.of("as", "reason"));
        String as = body.text("as").orElse("");
        if (!WORDS.contains(as)) {
            throw new BadRequest(
                    "as",
                    (as.isEmpty() ? "as is missing" : "as: " + NearestWord.shown(as) + " is none")
                            + NearestWord.orAll(as, WORDS));
        }
        SettledAnswer settled =
                new SettledAnswer(Acknowledgement.of(as), body.text("reason").orElse(""));
        Engine conditional = UnchangedDocument.engine(context, engine);
        Requested.id(context)
                .ifPresent(id -> engine.onContext(new Settling(conditional.journal(), engine.clock())
                                .settle(id, settled, Requested.operator(context)))
                        .onSuccess(done -> ReplayedAnswer.give(context, engine, done, Json::of))
                        .onFailure(context::fail));
    }
}
