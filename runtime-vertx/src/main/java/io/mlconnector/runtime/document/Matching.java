package io.mlconnector.runtime.document;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.intervention.Selection;
import io.mlconnector.engine.view.DocumentFilters;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Filters;
import io.mlconnector.runtime.http.request.Members;
import io.mlconnector.runtime.http.request.RequestedPlaces;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents that something is done to, as a body names them.
 *
 * @param filter which
 * @param most at most so many
 */
record Matching(DocumentFilter filter, int most) {

    /** What a body has for it. */
    static final Set<String> MEMBERS = Set.of("filter", "all");

    /** So many at once, unless less is asked for: an answer must come while somebody waits for it. */
    private static final int MOST = 500;

    private static final Set<String> NAMES_AND_LIMIT = Stream.concat(
                    DocumentFilters.NAMES.stream(), Stream.of("limit", "after"))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Reads it.
     *
     * @param now what is put off beyond it counts as put off
     * @throws BadRequest if a filter is none, or restricts nothing where that is not said
     */
    static Matching of(Members body, Instant now) {
        Members given = body.object("filter", NAMES_AND_LIMIT);
        DocumentFilter filter = Filters.of(
                name -> switch (name) {
                    case "limit" -> given.number(name).orElse("");
                    case "snoozed" -> given.has(name) ? Boolean.toString(given.flag(name)) : "";
                    default -> given.filled(name).orElse("");
                },
                "filter.",
                now);
        int most = given.has("limit") ? Math.min(MOST, filter.limit()) : MOST;
        if (filter.showsAll() && !body.flag("all")) {
            throw new BadRequest("filter", "The filter restricts nothing. Restrict it, or say {\"all\": true}.");
        }
        return new Matching(filter, most);
    }

    /** The documents; fails with {@link BadRequest} if it names a place that there is not. */
    Future<Selection> selection(Engine looking, RequestedPlaces places) {
        return places.check(filter, "filter.").compose(ignored -> Selection.of(looking, filter, most));
    }

    /** The answer. */
    static JsonObject answer(JsonArray items, Selection selection) {
        return new JsonObject()
                .put("items", items)
                .put("count", items.size())
                .put("more", selection.more())
                .put("next", selection.next().map(DocumentId::text).orElse(null));
    }
}
