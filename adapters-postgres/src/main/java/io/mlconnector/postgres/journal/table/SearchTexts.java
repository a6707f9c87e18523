package io.mlconnector.postgres.journal.table;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;

/**
 * Keeps what documents are found by, in a table of its own: a document changes often and these texts hardly ever, and their index is
 * the most expensive one to write. What is in the row of a document itself follows it in the database.
 */
final class SearchTexts {

    private static final String INSERT = "insert into document_text (document, particulars, content)"
            + " select d.id, document_particulars(d), $2 from document d where d.id = $1"
            // Whoever deletes documents by hand may leave their texts behind; a document of the same id enters all the
            // same.
            + " on conflict (document) do update set particulars = excluded.particulars, content = excluded.content";

    private static final String CHANGE = "update document_text set content = $2 where document = $1 and content <> $2";

    private SearchTexts() {}

    /** Of a document that was inserted, within the same transaction. */
    static Future<Void> insert(SqlConnection connection, DocumentId id, String searchText) {
        return write(connection, INSERT, id, searchText);
    }

    /** Of a document whose row was changed, within the same transaction. */
    static Future<Void> change(SqlConnection connection, DocumentId id, Change change) {
        Optional<String> text = change.last(Amendment.SearchText.class).map(Amendment.SearchText::text);
        return text.isEmpty() ? Future.succeededFuture() : write(connection, CHANGE, id, text.get());
    }

    private static Future<Void> write(SqlConnection connection, String sql, DocumentId id, String text) {
        return connection
                .preparedQuery(sql)
                .execute(Documents.tuple(id.text(), text))
                .mapEmpty();
    }
}
