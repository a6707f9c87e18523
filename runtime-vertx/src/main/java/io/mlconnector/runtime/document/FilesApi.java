package io.mlconnector.runtime.document;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.DocumentIds;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.Cursors;
import io.mlconnector.runtime.http.request.Filters;
import io.mlconnector.runtime.http.request.KnownPlaces;
import io.mlconnector.runtime.http.request.Query;
import io.mlconnector.runtime.http.request.Requested;
import io.mlconnector.runtime.http.request.Routes;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Received files, to be read (contract, section 4). */
final class FilesApi implements Routes {

    private static final Set<String> FILTERS = Set.of("connection", "partner", "q", "from", "to");
    private static final Set<String> LISTED = Set.of("connection", "partner", "q", "from", "to", "limit", "after");

    /** So many are read from the journal at once. */
    private static final int CHUNK = 500;

    /** So many are looked at for one answer; the next page goes on behind them. */
    private static final int MOST_LOOKED_AT = 10_000;

    private final Engine looking;
    private final KnownPlaces places;

    FilesApi(Engine looking, KnownPlaces places) {
        this.looking = looking;
        this.places = places;
    }

    @Override
    public void mount(ApiRouter router) {
        router.get("/api/v1/files", LISTED, this::list);
        router.get("/api/v1/files/:id", ApiRouter.NO_WORDS, this::one);
    }

    /**
     * A page.
     *
     * @param next behind which the next one begins; empty if this is the last
     */
    private record Page(List<FileRecord> files, Optional<DocumentId> next) {}

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
                .compose(ignored -> page(filter, start(filter), new ArrayList<>(), 0))
                .onSuccess(page -> {
                    JsonArray items = new JsonArray();
                    page.files().forEach(file -> items.add(Json.of(file)));
                    Answers.json(
                            context,
                            new JsonObject()
                                    .put("items", items)
                                    .put(
                                            "next",
                                            page.next().map(DocumentId::text).orElse(null)));
                })
                .onFailure(context::fail);
    }

    /** Ids are in order of time, so that what came too late is not even read. */
    private static Optional<DocumentId> start(DocumentFilter filter) {
        return Stream.concat(
                        filter.after().stream(),
                        filter.criteria().stream()
                                .flatMap(one -> one instanceof Criterion.CreatedBefore(var time)
                                        ? Stream.of(DocumentIds.before(time))
                                        : Stream.empty()))
                .min(DocumentId::compareTo);
    }

    private Future<Page> page(DocumentFilter filter, Optional<DocumentId> after, List<FileRecord> found, int looked) {
        int chunk = filter.showsAll() ? filter.limit() + 1 : CHUNK;
        return looking.onContext(looking.journal().files(chunk, after)).compose(read -> {
            for (FileRecord file : read) {
                if (tooEarly(file, filter)) {
                    return Future.succeededFuture(new Page(found, Optional.empty()));
                }
                if (found.size() == filter.limit()) {
                    return Future.succeededFuture(
                            new Page(found, Optional.of(found.getLast().id())));
                }
                if (filter.criteria().stream().allMatch(one -> meets(file, one))) {
                    found.add(file);
                }
            }
            if (read.size() < chunk) {
                return Future.succeededFuture(new Page(found, Optional.empty()));
            }
            Optional<DocumentId> last = Optional.of(read.getLast().id());
            return looked + read.size() >= MOST_LOOKED_AT
                    ? Future.succeededFuture(new Page(found, last))
                    : page(filter, last, found, looked + read.size());
        });
    }

    private static boolean tooEarly(FileRecord file, DocumentFilter filter) {
        return filter.criteria().stream()
                .anyMatch(one -> one instanceof Criterion.CreatedFrom(var time)
                        && file.id().compareTo(DocumentIds.before(time)) < 0);
    }

    private static boolean meets(FileRecord file, Criterion criterion) {
        return switch (criterion) {
            case Criterion.OfConnection(String id) -> file.connection().equals(id);
            case Criterion.OfPartner(String id) -> file.partner().equals(id);
            case Criterion.FoundBy(String text) ->
                Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+"))
                        .allMatch((file.id() + " " + file.folder() + " " + file.name() + " " + file.partner())
                                .toLowerCase(Locale.ROOT)::contains);
            // Times are those of ids, by which files are read.
            default -> true;
        };
    }

    private void one(RoutingContext context) {
        Requested.id(context)
                .ifPresent(id -> looking.onContext(looking.journal().file(id))
                        .onSuccess(found -> found.ifPresentOrElse(
                                file -> Answers.json(context, Json.of(file)), () -> Requested.unknown(context)))
                        .onFailure(context::fail));
    }
}
