package io.mlconnector.runtime.document;

import io.mlconnector.engine.Engine;
import io.mlconnector.engine.view.DocumentFilters;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.Cursors;
import io.mlconnector.runtime.http.request.Filters;
import io.mlconnector.runtime.http.request.Query;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.RequestedPlaces;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents and histories, to be read (contract, section 4). */
final class DocumentsApi implements Routes {

    private static final Set<String> LISTED = Stream.concat(DocumentFilters.NAMES.stream(), Stream.of("limit", "after"))
            .collect(Collectors.toUnmodifiableSet());

    /** Entries of a history in one answer. */
    private static final int HISTORY_PAGE = 500;

    private final Engine looking;
    private final RequestedPlaces places;

    DocumentsApi(Engine looking, RequestedPlaces places) {
        this.looking = looking;
        this.places = places;
    }

    @Override
    public void mount(ApiRouter router) {
        Set<String> paged = Set.of("limit", "after");
        router.get("/api/v1/documents", LISTED, this::list);
        router.get("/api/v1/documents/:id", ApiRouter.NO_WORDS, this::one);
        router.get("/api/v1/documents/:id/history", paged, this::history);
        router.get("/api/v1/files/:id/history", paged, this::history);
    }

    private void list(RoutingContext context) {
        DocumentFilter filter = Filters.of(
                name -> Query.text(context, name), "", looking.clock().instant());
        places.check(filter, "")
                .compose(ignored -> Cursors.known(
                        filter.after(),
                        id -> looking.onContext(looking.journal().find(id))))
                .compose(ignored -> looking.onContext(looking.journal().list(filter)))
                .onSuccess(found -> {
                    JsonArray items = new JsonArray();
                    found.forEach(document -> items.add(Json.of(document)));
                    String next = found.size() == filter.limit()
                            ? found.getLast().id().text()
                            : null;
                    Answers.json(context, new JsonObject().put("items", items).put("next", next));
                })
                .onFailure(context::fail);
    }

    private void one(RoutingContext context) {
        Requested.id(context)
                .ifPresent(id -> looking.onContext(looking.journal().find(id))
                        .onSuccess(found -> found.ifPresentOrElse(
                                document -> Answers.json(context, Json.of(document)), () -> Requested.unknown(context)))
                        .onFailure(context::fail));
    }

    private void history(RoutingContext context) {
        int most = Query.number(context, "limit", HISTORY_PAGE, HISTORY_PAGE);
        int after = Query.number(context, "after", 0, Integer.MAX_VALUE);
        Requested.id(context)
                .ifPresent(id -> looking.onContext(looking.journal().history(id, after, most + 1))
                        .onSuccess(entries -> {
                            if (entries.isEmpty() && after == 0) {
                                Requested.unknown(context);
                                return;
                            }
                            Answers.page(context, entries, most, Json::of, entry -> Long.toString(entry.number()));
                        })
                        .onFailure(context::fail));
    }
}
