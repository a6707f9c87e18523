package io.mlconnector.engine.sending;

import io.mlconnector.domain.ordering.Revision;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.List;
import java.util.Optional;

/**
 * The revisions of an order as the journal holds them.
 *
 * @param documents in order of entry
 */
record Revisions(List<DocumentRecord> documents) {

    Revisions {
        documents = List.copyOf(documents);
    }

    /** What the rules need to know of them. */
    List<Revision> facts() {
        return documents.stream()
                .map(document ->
                        Revision.of(document.id().text(), document.keys().confirmationNumber(), document.state()))
                .toList();
    }

    /** Names the stored content of one of them; empty if it has none. */
    Optional<ContentHash> content(Revision revision) {
        return documents.stream()
                .filter(document -> document.id().text().equals(revision.document()))
                .findFirst()
                .flatMap(DocumentRecord::content);
    }
}
