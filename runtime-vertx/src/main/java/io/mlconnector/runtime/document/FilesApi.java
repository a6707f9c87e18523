package io.mlconnector.runtime.document;

import io.mlconnector.engine.DocumentIds;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.file.FileFilter;
import io.mlconnector.ports.journal.file.FileRecord;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Received files, to be read (contract, section 4). */
final class FilesApi implements Routes {

    private static final Set<String> FILTERS = Set.of("connection", "partner", "q", "from", "to");
    private static final Set<String> LISTED = Set.of("connection", "partner", "q", "from", "to", "limit", "after");

    private final Engine looking;
    private final RequestedPlaces places;

    FilesApi(Engine looking, RequestedPlaces places) {
        this.looking = looking;
        this.places = places;
    }

    @Override
    public void mount(ApiRouter router) {
        router.get("/api/v1/files", LISTED, this::list);
        router.get("/api/v1/files/:id", ApiRouter.NO_WORDS, this::one);
    }

    private void list(RoutingContext context) {
        DocumentFilter filter = Filters.of(
                name -> FILTERS.contains(name) || name.equals("limit") || name.equals("after")
                        ? Query.text(context, name)
                        : "",
                "",
                looking.clock().instant());
        places.check(filter, "")
                .compose(ignored -> Cursors.known(
                        filter.after(),
                        id -> looking.onContext(looking.journal().file(id))))
                .compose(ignored -> looking.onContext(looking.journal().files(wanted(filter))))
                .onSuccess(found -> {
                    boolean more = found.size() > filter.limit();
                    List<FileRecord> page = more ? found.subList(0, filter.limit()) : found;
                    JsonArray items = new JsonArray();
                    page.forEach(file -> items.add(Json.of(file)));
                    Answers.json(
                            context,
                            new JsonObject()
                                    .put("items", items)
                                    .put("next", more ? page.getLast().id().text() : null));
                })
                .onFailure(context::fail);
    }

    /** One more than a page has, to see whether there is another one. Ids are in order of time. */
    private static FileFilter wanted(DocumentFilter filter) {
        FileFilter wanted = FileFilter.newest(filter.limit() + 1).before(filter.after());
        for (Criterion criterion : filter.criteria()) {
            wanted = switch (criterion) {
                case Criterion.OfConnection(String id) -> wanted.ofConnection(Optional.of(id));
                case Criterion.OfPartner(String id) -> wanted.ofPartner(Optional.of(id));
                case Criterion.FoundBy(String text) -> wanted.having(text);
                case Criterion.CreatedFrom(var time) -> wanted.from(Optional.of(DocumentIds.before(time)));
                case Criterion.CreatedBefore(var time) -> wanted.before(Optional.of(DocumentIds.before(time)));
                default -> wanted;
            };
        }
        return wanted;
    }

    private void one(RoutingContext context) {
        Requested.id(context)
                .ifPresent(id -> looking.onContext(looking.journal().file(id))
                        .onSuccess(found -> found.ifPresentOrElse(
                                file -> Answers.json(context, Json.of(file)), () -> Requested.unknown(context)))
                        .onFailure(context::fail));
    }
}
