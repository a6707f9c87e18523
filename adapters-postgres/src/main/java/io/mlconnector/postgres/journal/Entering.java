package io.mlconnector.postgres.journal;

import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.journal.table.Documents;
import io.mlconnector.postgres.journal.table.History;
import io.mlconnector.postgres.journal.table.PostgresText;
import java.util.List;
import java.util.Optional;

/**
 * A document that is to be entered.
 *
 * @param document what it brings itself
 * @param entry what is stored of it besides
 */
record Entering(NewDocument document, Documents.Entry entry) {

    /** The dedupe key of a document as it is stored. */
    static Optional<String> key(NewDocument document) {
        return document.dedupeKey().map(PostgresText::of).map(PostgresText::json);
    }

    /** What the documents say, to be stored before them. */
    static List<Payload> contents(List<Entering> all) {
        return all.stream()
                .flatMap(entering -> entering.document().content().stream())
                .toList();
    }

    /** What is known of the documents at the beginning, to be appended after them. */
    static List<History.Addition> histories(List<Entering> all) {
        return all.stream()
                .map(entering -> new History.Addition(
                        entering.document().id(),
                        History.Last.NONE,
                        entering.entry().history()))
                .toList();
    }
}
