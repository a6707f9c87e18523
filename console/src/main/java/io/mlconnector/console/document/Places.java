package io.mlconnector.console.document;

import io.mlconnector.console.page.UnusableException;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.view.FilterException;
import io.mlconnector.engine.view.KnownPlaces;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Refuses addresses that name a connection, partner or legal entity which there is not, whatever page they lead to: an empty list would
 * say that all is well.
 */
public final class Places {

    private static final Map<String, Function<String, Criterion>> WORDS = Map.of(
            "connection", Criterion.OfConnection::new,
            "partner", Criterion.OfPartner::new,
            "legalEntity", Criterion.OfLegalEntity::new);

    private final KnownPlaces known;

    /** Those of these choices, and those that the journal has. */
    public Places(Engine looking, Choices choices) {
        this.known = new KnownPlaces(
                looking,
                Set.copyOf(choices.connections()),
                Set.copyOf(choices.partners()),
                Set.copyOf(choices.legalEntities()));
    }

    /** Goes on if all are known. */
    public void check(RoutingContext context) {
        MultiMap query = context.queryParams();
        Criterion[] named = WORDS.entrySet().stream()
                .flatMap(word -> Stream.ofNullable(query.get(word.getKey()))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .map(word.getValue()))
                .toArray(Criterion[]::new);
        if (named.length == 0 || !context.request().method().equals(HttpMethod.GET)) {
            context.next();
            return;
        }
        known.check(DocumentFilter.ALL.where(named), "")
                .onSuccess(ignored -> context.next())
                .onFailure(failure -> context.fail(
                        failure instanceof FilterException
                                ? new UnusableException(String.valueOf(failure.getMessage()))
                                : failure));
    }
}
