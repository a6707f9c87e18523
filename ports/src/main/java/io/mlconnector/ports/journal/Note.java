package io.mlconnector.ports.journal;

import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import java.util.Objects;
import java.util.Optional;

/**
 * Something to be written down about a document that is there already, such as what the partner answers to it.
 *
 * @param document about which
 * @param entry what is written down
 * @param acknowledgement what the partner says in sum; empty if that does not change
 * @param source the document of the same file that says so; if that is a repeated one, nothing is written down. Empty if
 *     no document says it
 */
public record Note(
        DocumentId document,
        HistoryEntry entry,
        Optional<Acknowledgement> acknowledgement,
        Optional<DocumentId> source) {
    public Note {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(acknowledgement, "acknowledgement");
        Objects.requireNonNull(source, "source");
    }
}
