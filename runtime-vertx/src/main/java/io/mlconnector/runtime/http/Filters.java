package io.mlconnector.runtime.http;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.DocumentFilter;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the filters of a list, from a query or from a body alike. */
final class Filters {

    /** Every name that restricts. */
    static final Set<String> NAMES = Set.of(
            "connection",
            "partner",
            "legalEntity",
            "direction",
            "type",
            "condition",
            "stage",
            "acknowledgement",
            "causeKey",
            "q",
            "from",
            "to");

    private Filters() {}

    /**
     * The filter.
     *
     * @param parameter the value of a name; an empty string if it is absent
     * @throws IllegalArgumentException if a value is none, with what is expected
     * @throws java.time.format.DateTimeParseException if a time is none
     */
    static DocumentFilter of(UnaryOperator<String> parameter) {
        String limit = parameter.apply("limit");
        return new DocumentFilter(
                parameter.apply("connection"),
                parameter.apply("partner"),
                parameter.apply("legalEntity"),
                parameter.apply("direction"),
                parameter.apply("type"),
                parameter.apply("condition"),
                parameter.apply("stage"),
                parameter.apply("acknowledgement"),
                parameter.apply("causeKey"),
                parameter.apply("q"),
                time(parameter.apply("from")),
                time(parameter.apply("to")),
                limit.isEmpty() ? DocumentFilter.ALL.limit() : Integer.parseInt(limit),
                Optional.of(parameter.apply("after"))
                        .filter(text -> !text.isEmpty())
                        .map(DocumentId::new));
    }

    private static Optional<Instant> time(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
