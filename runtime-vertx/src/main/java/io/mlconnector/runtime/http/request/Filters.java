package io.mlconnector.runtime.http.request;

import io.mlconnector.engine.view.DocumentFilters;
import io.mlconnector.engine.view.FilterException;
import io.mlconnector.ports.journal.DocumentFilter;
import java.util.function.UnaryOperator;

/** Reads the filters of a list, from a query or from a body alike. */
public final class Filters {

    private Filters() {}

    /**
     * The filter.
     *
     * @param parameter the value of a name; an empty string if it is absent
     * @param path stands before the names in messages; may be empty
     * @throws BadRequest if a value is none, with what is expected
     */
    public static DocumentFilter of(UnaryOperator<String> parameter, String path) {
        try {
            return DocumentFilters.of(parameter, path);
        } catch (FilterException e) {
            throw new BadRequest(e.name(), String.valueOf(e.getMessage()));
        }
    }
}
