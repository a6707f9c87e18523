package io.mlconnector.runtime.document;

import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.Replayed;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.Requested;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** Tells what became of a document that a person has done again, or discarded with what F&O has of it. */
final class ReplayedAnswer {

    private ReplayedAnswer() {}

    /**
     * Answers, and has the document worked on at once.
     *
     * @param shown the document as it is answered
     */
    static void give(
            RoutingContext context, Engine engine, Replayed replayed, Function<DocumentRecord, JsonObject> shown) {
        switch (replayed) {
            case Replayed.Missing ignored -> Requested.unknown(context);
            case Replayed.Refused(String why) -> Problems.answer(context, 409, "Not now", why);
            case Replayed.Again(DocumentRecord after) -> done(context, engine, shown.apply(after));
            case Replayed.Nothing(DocumentRecord after, String ignored) -> done(context, engine, shown.apply(after));
        }
    }

    private static void done(RoutingContext context, Engine engine, JsonObject answer) {
        engine.loop().signal(Signals.DUE, "");
        Answers.json(context, answer);
    }
}
