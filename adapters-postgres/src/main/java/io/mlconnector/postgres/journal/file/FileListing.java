package io.mlconnector.postgres.journal.file;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.file.FileFilter;
import io.mlconnector.postgres.journal.table.Columns;
import io.mlconnector.postgres.journal.table.PostgresText;
import io.vertx.sqlclient.Tuple;

/**
 * Builds the statement that lists received files. Words are looked for twice, as in the list of documents: among the newest files one by
 * one, and only if they do not fill the page, in the index over parts of words.
 */
public final class FileListing {

    /** So many of the newest files are read one by one. */
    private static final int NEWEST = 5_000;

    /** As the index over parts of words is defined: only these very words make use of it. */
    private static final String TEXT =
            "(f.id collate \"default\" || E'\\n' || f.partner || E'\\n' || f.folder || E'\\n' || f.name)";

    private final Tuple values = Tuple.tuple();
    private final StringBuilder where = new StringBuilder();
    private final StringBuilder bounds = new StringBuilder();
    private final boolean searched;
    private final String page;

    /** The files that a filter wants. */
    public FileListing(FileFilter filter) {
        filter.connection().ifPresent(id -> and(where, "f.connection = " + value(PostgresText.of(id))));
        filter.partner().ifPresent(id -> and(where, "f.partner = " + value(PostgresText.of(id))));
        filter.words().forEach(word -> and(where, TEXT + " ilike " + value(PostgresText.pattern(word))));
        filter.from().map(DocumentId::text).ifPresent(id -> and(bounds, "f.id >= " + value(id)));
        filter.before().map(DocumentId::text).ifPresent(id -> and(bounds, "f.id < " + value(id)));
        searched = !filter.words().isEmpty();
        page = " order by f.id desc limit " + filter.limit();
    }

    private static void and(StringBuilder to, String condition) {
        to.append(" and ").append(condition);
    }

    private String value(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    /** Asks for the files. */
    public String sql() {
        String wanted = " where true" + where + bounds;
        if (!searched) {
            return "select " + Columns.FILE + " from file f" + wanted + page;
        }
        return "with newest as materialized (select f.id from (select * from file f where true" + bounds
                + " order by f.id desc limit " + NEWEST + ") f where true" + where + page
                + "), found as materialized (select f.id from file f" + wanted + " and (select count(*) from newest) < "
                + page.substring(page.lastIndexOf(' ') + 1) + ") select " + Columns.FILE
                + " from file f where f.id in (select f.id from (select id from newest union select id from found) f"
                + page + ")" + page;
    }

    /** Its values. */
    public Tuple values() {
        return values;
    }
}
