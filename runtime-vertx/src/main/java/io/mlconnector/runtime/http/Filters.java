package io.mlconnector.runtime.http;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads the filters of a list, from a query or from a body alike. */
final class Filters {

    private static final Map<String, Function<String, Criterion>> CRITERIA = Map.ofEntries(
            Map.entry("connection", Criterion.OfConnection::new),
            Map.entry("partner", Criterion.OfPartner::new),
            Map.entry("legalEntity", Criterion.OfLegalEntity::new),
            Map.entry("direction", word -> new Criterion.Going(Direction.of(word))),
            Map.entry("type", Criterion.OfType::new),
            Map.entry("condition", word -> new Criterion.InCondition(Condition.of(word))),
            Map.entry("stage", word -> new Criterion.AtStage(Stage.of(word))),
            Map.entry("acknowledgement", word -> new Criterion.Answered(Acknowledgement.of(word))),
            Map.entry("causeKey", Criterion.StuckBecause::new),
            Map.entry("q", Criterion.Mentioning::new),
            Map.entry("from", time -> new Criterion.CreatedFrom(Instant.parse(time))),
            Map.entry("to", time -> new Criterion.CreatedBefore(Instant.parse(time))));

    /** Every name that restricts. */
    static final Set<String> NAMES = CRITERIA.keySet();

    private Filters() {}

    /**
     * The filter.
     *
     * @param parameter the value of a name; an empty string if it is absent
     * @throws IllegalArgumentException if a value is none, with what is expected
     * @throws java.time.format.DateTimeParseException if a time is none
     */
    static DocumentFilter of(UnaryOperator<String> parameter) {
        List<Criterion> criteria = new ArrayList<>();
        CRITERIA.forEach((name, criterion) -> {
            String value = parameter.apply(name).strip();
            if (!value.isEmpty()) {
                criteria.add(criterion.apply(value));
            }
        });
        String limit = parameter.apply("limit");
        String after = parameter.apply("after");
        return new DocumentFilter(
                criteria,
                limit.isEmpty() ? DocumentFilter.USUAL_LIMIT : Integer.parseInt(limit),
                after.isEmpty() ? Optional.empty() : Optional.of(new DocumentId(after)));
    }
}
