package io.mlconnector.runtime.crossreference;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferenceScope;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.PartnerId;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.runtime.http.entrance.Problems;
import io.mlconnector.runtime.http.request.Answers;
import io.mlconnector.runtime.http.request.ApiRouter;
import io.mlconnector.runtime.http.request.BadRequest;
import io.mlconnector.runtime.http.request.Query;
import io.mlconnector.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of a translation, found by what it translates: also of one that was removed. */
final class CrossReferenceHistory {

    private static final int PAGE = 500;

    private final Engine looking;
    private final CrossReferenceStore reading;

    CrossReferenceHistory(Engine looking, CrossReferenceStore reading) {
        this.looking = looking;
        this.reading = reading;
    }

    void mount(ApiRouter router, String path) {
        router.get(
                path + ":history",
                Set.of("partner", "legalEntity", "kind", "theirs", "from", "limit", "after"),
                this::history);
    }

    private void history(RoutingContext context) {
        int most = Query.number(context, "limit", PAGE, PAGE);
        int after = Query.number(context, "after", 0, Integer.MAX_VALUE);
        CrossReference.Key key = key(context);
        reading.historyOf(key)
                .compose(id -> id.isEmpty()
                        ? Future.succeededFuture(List.<RecordedEntry>of())
                        : looking.onContext(looking.journal().history(id.get(), after, most + 1)))
                .onSuccess(entries -> {
                    if (entries.isEmpty() && after == 0) {
                        Problems.answer(context, 404, "Not found", "Nothing is recorded of " + key + ".");
                        return;
                    }
                    Answers.page(context, entries, most, Json::of, entry -> Long.toString(entry.number()));
                })
                .onFailure(context::fail);
    }

    private static CrossReference.Key key(RoutingContext context) {
        String kind = Query.text(context, "kind");
        String theirs = Query.text(context, "theirs");
        if (theirs.isEmpty()) {
            throw new BadRequest("theirs", "theirs must be given: the word whose history is wanted.");
        }
        return new CrossReference.Key(
                new CrossReferenceScope(
                        given(context, "partner")
                                .map(text -> CrossReferencesApi.read("partner", () -> new PartnerId(text))),
                        given(context, "legalEntity")
                                .map(text -> CrossReferencesApi.read("legalEntity", () -> new LegalEntity(text)))),
                CrossReferencesApi.read("kind", () -> CrossReferenceCsv.kind(kind)),
                theirs,
                given(context, "from").map(CrossReferenceHistory::day));
    }

    private static Optional<String> given(RoutingContext context, String name) {
        return Optional.of(Query.text(context, name)).filter(text -> !text.isEmpty());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest("from", "from must be a day such as 2026-11-30.");
        }
    }
}
