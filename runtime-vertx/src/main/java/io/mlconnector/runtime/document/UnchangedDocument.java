package io.mlconnector.runtime.document;

import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.condition.ChangedMeanwhileException;
import io.mlconnector.engine.intervention.condition.Conditional;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets an action on a document pass only if the document is still as whoever asks has seen it, where that is wanted by the header
 * If-Match with the ETag of {@code GET /api/v1/documents/{id}} (RFC 9110, section 13.1.1). It is looked at before anything else, and once more under its
 * lock, in the transaction in which it is changed.
 */
final class UnchangedDocument implements Routes {

    private static final String HEADER = "If-Match";

    private final Engine looking;

    /** In the journal of the engine for those who only look. */
    UnchangedDocument(Engine looking) {
        this.looking = looking;
    }

    @Override
    public void mount(ApiRouter router) {
        router.beforeActions("/api/v1/documents/:id/*", this::check);
    }

    /** The engine through which an action changes a document: on the condition of its request, if it has one. */
    static Engine engine(RoutingContext context, Engine engine) {
        return wanted(context).map(seen -> Conditional.on(engine, seen)).orElse(engine);
    }

    private static Optional<Predicate<DocumentRecord>> wanted(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader(HEADER)).map(text -> {
            List<String> tags = List.of(text.strip().split("\\s*,\\s*"));
            return document -> tags.equals(List.of("*"))
                    || tags.contains(Answers.tag(Json.of(document).toBuffer()));
        });
    }

    private void check(RoutingContext context) {
        Optional<Predicate<DocumentRecord>> wanted = wanted(context);
        if (wanted.isEmpty()) {
            context.next();
            return;
        }
        Requested.id(context)
                .ifPresent(id -> looking.onContext(looking.journal().find(id))
                        .onSuccess(found -> {
                            if (found.isEmpty()) {
                                Requested.unknown(context);
                            } else if (wanted.get().test(found.get())) {
                                context.next();
                            } else {
                                context.fail(new ChangedMeanwhileException(id));
                            }
                        })
                        .onFailure(context::fail));
    }
}
