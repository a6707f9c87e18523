package io.mlconnector.postgres.journal.table;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;

/**
 * Keeps what documents are found by, in a table of its own: a document changes often and these texts hardly ever, and their index is
 * the most expensive one to write.
 */
final class SearchTexts {

    /** All by which a document is found that is in its own row. */
    private static final String NUMBERS = "concat_ws(E'\n', d.id, d.partner, d.legal_entity, d.order_number,"
            + " d.confirmation_number, d.invoice_number, d.control_number, d.file_name)";

    private static final String WRITE =
            "insert into document_text as t (document, numbers, content) select d.id, " + NUMBERS
                    + ", coalesce($2, '') from document d where d.id = $1 on conflict (document) do update set"
                    + " numbers = excluded.numbers, content = coalesce($2, t.content)"
                    + " where t.numbers <> excluded.numbers or t.content <> coalesce($2, t.content)";

    private SearchTexts() {}

    /** Of a document that was inserted, within the same transaction. */
    static Future<Void> insert(SqlConnection connection, DocumentId id, String searchText) {
        return write(connection, id, Optional.of(searchText));
    }

    /** Of a document whose row was changed, within the same transaction. */
    static Future<Void> change(SqlConnection connection, DocumentId id, Change change) {
        Optional<String> text = change.last(Amendment.SearchText.class).map(Amendment.SearchText::text);
        boolean same = text.isEmpty()
                && change.last(Amendment.Numbers.class).isEmpty()
                && change.last(Amendment.Exchange.class).isEmpty();
        return same ? Future.succeededFuture() : write(connection, id, text);
    }

    private static Future<Void> write(SqlConnection connection, DocumentId id, Optional<String> searchText) {
        return connection
                .preparedQuery(WRITE)
                .execute(Documents.tuple(id.text(), searchText.orElse(null)))
                .mapEmpty();
    }
}
