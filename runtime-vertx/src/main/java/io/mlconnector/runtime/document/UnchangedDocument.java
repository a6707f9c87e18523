package io.mlconnector.runtime.document;

import io.mlconnector.engine.Engine;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/**
 * Lets an action on a document pass only if the document is still as whoever asks has seen it, where that is wanted by the header
 * If-Match with the ETag of {@code GET /api/v1/documents/{id}} (RFC 9110, section 13.1.1). The document is looked at just before; what the
 * action itself needs of its condition is checked again when it is done.
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

    private void check(RoutingContext context) {
        String wanted = context.request().getHeader(HEADER);
        if (wanted == null) {
            context.next();
            return;
        }
        Requested.id(context)
                .ifPresent(id -> looking.onContext(looking.journal().find(id))
                        .onSuccess(found -> {
                            Optional<String> tag = found.map(
                                    document -> Answers.tag(Json.of(document).toBuffer()));
                            if (tag.isEmpty()) {
                                Requested.unknown(context);
                            } else if (wanted.strip().equals("*")
                                    || List.of(wanted.strip().split("\\s*,\\s*"))
                                            .contains(tag.get())) {
                                context.next();
                            } else {
                                Problems.answer(
                                        context,
                                        412,
                                        "Changed meanwhile",
                                        "Document " + id + " is not what " + HEADER
                                                + " says any more, so nothing was done. Read it again, and send the ETag of that.");
                            }
                        })
                        .onFailure(context::fail));
    }
}
