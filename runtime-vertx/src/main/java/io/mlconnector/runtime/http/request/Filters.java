package io.mlconnector.runtime.http.request;

import io.mlconnector.engine.view.DocumentFilters;
import io.mlconnector.engine.view.FilterException;
import io.mlconnector.ports.journal.DocumentFilter;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Reads the filters of a list, from a query or from a body alike. */
public final class Filters {

    private Filters() {}

    /**
     * The filter.
     *
     * @param parameter the value of a name; an empty string if it is absent
     * @param path stands before the names in messages; may be empty
     * @param now what is put off beyond it counts as put off
     * @throws BadRequest if a value is none, with what is expected
     */
    public static DocumentFilter of(UnaryOperator<String> parameter, String path, Instant now) {
        try {
            return DocumentFilters.of(parameter, path, now);
        } catch (FilterException e) {
            throw new BadRequest(e.name(), String.valueOf(e.getMessage()));
        }
    }
}
