package io.mlconnector.engine.view;

import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The connections, partners and legal entities by which documents can be looked for: those of the configuration, and those of documents
 * that are there though they are not configured any more. A name that is neither was written wrong; an empty list would say that all is
 * well.
 */
public final class KnownPlaces {

    private final Engine looking;
    private final Set<String> connections;
    private final Set<String> partners;
    private final Set<String> legalEntities;

    /**
     * Of a configuration.
     *
     * @param looking the engine for those who only look
     * @param legalEntities in the letters in which the journal has them
     */
    public KnownPlaces(Engine looking, Set<String> connections, Set<String> partners, Set<String> legalEntities) {
        this.looking = looking;
        this.connections = Set.copyOf(connections);
        this.partners = Set.copyOf(partners);
        this.legalEntities = Set.copyOf(legalEntities);
    }

    /** A criterion that names a place. */
    private record Named(Criterion criterion, String name, String what, String value, Set<String> configured) {}

    /**
     * Fails with a {@link FilterException} if a filter names a place that there is not.
     *
     * @param path stands before the names in messages; may be empty
     */
    public Future<Void> check(DocumentFilter filter, String path) {
        return OneAfterAnother.of(
                filter.criteria().stream()
                        .flatMap(criterion -> named(criterion).stream())
                        .filter(one -> !one.configured().contains(one.value()))
                        .toList(),
                one -> inTheJournal(one, path));
    }

    private Optional<Named> named(Criterion criterion) {
        return switch (criterion) {
            case Criterion.OfConnection(String id) ->
                Optional.of(new Named(criterion, "connection", "connection", id, connections));
            case Criterion.OfPartner(String id) ->
                Optional.of(new Named(criterion, "partner", "partner", id, partners));
            case Criterion.OfLegalEntity(String id) ->
                Optional.of(new Named(criterion, "legalEntity", "legal entity", id, legalEntities));
            default -> Optional.empty();
        };
    }

    private Future<Void> inTheJournal(Named one, String path) {
        return looking.onContext(
                        looking.journal().list(new DocumentFilter(List.of(one.criterion()), 1, Optional.empty())))
                .compose(found -> found.isEmpty() ? Future.failedFuture(refusal(one, path)) : Future.succeededFuture());
    }

    private static FilterException refusal(Named one, String path) {
        String shown = NearestWord.shown(one.value());
        return new FilterException(
                path + one.name(),
                path + one.name() + ": there is no " + one.what() + " " + shown
                        + NearestWord.orAll(shown, one.configured()));
    }
}
