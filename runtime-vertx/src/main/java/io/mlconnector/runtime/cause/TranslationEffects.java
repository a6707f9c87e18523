package io.mlconnector.runtime.cause;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.crossreference.MissingTranslation;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.Forecast;
import io.mlconnector.engine.forecast.Forecasts;
import io.mlconnector.engine.intervention.Selection;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.StuckCause;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which documents that stand still would go on with translations that are not entered yet, and what would become of each. */
public final class TranslationEffects {

    /** So many are looked at; those beyond are counted only. */
    public static final int MOST = 500;

    private static final int MOST_CAUSES = 10_000;

    private final Engine looking;
    private final List<Connection> connections;

    /**
     * Over these connections.
     *
     * @param looking the engine for those who only look
     */
    public TranslationEffects(Engine looking, List<Connection> connections) {
        this.looking = looking;
        this.connections = List.copyOf(connections);
    }

    /**
     * What would happen.
     *
     * @param documents what would become of each that is looked at, oldest first
     * @param more how many others stand still for the same words
     */
    public record Effects(Map<DocumentId, Forecast> documents, int more) {}

    /**
     * Says it, and changes nothing.
     *
     * @param wanted that would be entered; each takes the place of one with the same key
     */
    public Future<Effects> of(List<CrossReference> wanted) {
        Set<String> words = wanted.stream()
                .flatMap(one -> List.of(word(one.kind(), one.theirs()), word(one.kind(), one.ours())).stream())
                .collect(Collectors.toSet());
        return looking.onContext(looking.journal().causes(MOST_CAUSES))
                .compose(causes -> stuck(causes.stream()
                        .filter(cause -> MissingTranslation.of(cause.causeKey(), false)
                                .filter(missing -> words.contains(word(missing.kind(), missing.word())))
                                .isPresent())
                        .toList()))
                .compose(found -> looking.onContext(looking.crossReferences().all())
                        .compose(known -> forecasts(found, with(known, wanted))));
    }

    private static String word(CrossReference.Kind kind, String word) {
        return kind.word() + " " + word.strip().toUpperCase(java.util.Locale.ROOT);
    }

    private record Found(List<DocumentRecord> documents, int more) {}

    private Future<Found> stuck(List<StuckCause> causes) {
        List<DocumentRecord> documents = new ArrayList<>();
        Future<Integer> all = Future.succeededFuture(0);
        for (StuckCause cause : causes) {
            all = all.compose(more -> documents.size() >= MOST
                    ? Future.succeededFuture(more + cause.documents())
                    : Selection.of(
                                    looking,
                                    DocumentFilter.ALL.where(new Criterion.StuckBecause(cause.causeKey())),
                                    MOST - documents.size())
                            .map(selection -> {
                                documents.addAll(selection.documents());
                                return more
                                        + Math.max(
                                                0,
                                                cause.documents()
                                                        - selection.documents().size());
                            }));
        }
        return all.map(more -> {
            documents.sort(Comparator.comparing(DocumentRecord::id));
            return new Found(List.copyOf(documents), more);
        });
    }

    private static CrossReferences with(CrossReferences known, List<CrossReference> wanted) {
        Map<CrossReference.Key, CrossReference> all = new LinkedHashMap<>();
        known.all().forEach(one -> all.put(one.key(), one));
        wanted.forEach(one -> all.put(one.key(), one));
        return new CrossReferences(List.copyOf(all.values()));
    }

    private Future<Effects> forecasts(Found found, CrossReferences then) {
        return new Forecasts(
                        looking.over(
                                looking.journal(),
                                () -> Future.succeededFuture(then).toCompletionStage()),
                        connections)
                .of(found.documents(), Optional.empty())
                .map(forecasts -> new Effects(forecasts, found.more()));
    }
}
