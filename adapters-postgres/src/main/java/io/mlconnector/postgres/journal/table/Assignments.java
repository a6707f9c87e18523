package io.mlconnector.postgres.journal.table;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of one row, each beside the value that it gets, so that nobody counts positions. */
final class Assignments {

    private final Map<String, String> expressions = new LinkedHashMap<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** The column gets this value. */
    Assignments set(String column, @Nullable Object value) {
        return set(column, "?", value);
    }

    /**
     * The column gets what the expression makes of the value.
     *
     * @param expression SQL with one {@code ?} for the value
     */
    Assignments set(String column, String expression, @Nullable Object value) {
        values.add(value instanceof String text ? PostgresText.json(PostgresText.of(text)) : value);
        return computed(column, expression.replace("?", "$" + values.size()));
    }

    /** The column gets what the expression makes of the row as it is. */
    Assignments computed(String column, String expression) {
        if (expressions.put(column, expression) != null) {
            throw new IllegalArgumentException("Column " + column + " is set twice");
        }
        return this;
    }

    /** The statement that inserts them. */
    String insertInto(String table) {
        return "insert into " + table + " (" + String.join(", ", expressions.keySet()) + ") values ("
                + String.join(", ", expressions.values()) + ")";
    }

    /** The statement that changes them in the row with this id. */
    String update(String table, String id) {
        values.add(id);
        List<String> clauses = new ArrayList<>();
        expressions.forEach((column, expression) -> clauses.add(column + " = " + expression));
        return "update " + table + " set " + String.join(", ", clauses) + " where id = $" + values.size();
    }

    /** The values of the statement made last. */
    Tuple values() {
        Tuple tuple = Tuple.tuple();
        values.forEach(tuple::addValue);
        return tuple;
    }
}
