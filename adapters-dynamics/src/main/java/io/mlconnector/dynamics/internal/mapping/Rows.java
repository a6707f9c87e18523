package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.List;
import java.util.function.Function;

/** Converts rows into values; an unreadable row becomes a refusal with its reason, never an exception. */
final class Rows {

    private Rows() {}

    static <T> Outcome<T> read(Outcome<List<JsonNode>> rows, String what, Function<List<Row>, T> mapping) {
        return rows.then(found -> {
            try {
                return Outcome.done(mapping.apply(found.stream().map(Row::new).toList()));
            } catch (UnreadableRow | IllegalArgumentException e) {
                return Outcome.refused(Problem.of(
                        ProblemCode.ROW_UNREADABLE,
                        what,
                        "F&O returned a row of " + what + " that cannot be used: " + e.getMessage()
                                + ". Correct the row in F&O and replay the document."));
            }
        });
    }
}
