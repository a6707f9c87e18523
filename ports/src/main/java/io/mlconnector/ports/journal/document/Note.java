package io.mlconnector.ports.journal.document;

import io.mlconnector.domain.answering.Weight;
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
 * @param answer what the partner says in one word; empty if that decides nothing
 * @param weight how much that word counts beside what stands there when the note is written down, by {@link Weight#after}
 * @param source the document of the same file that says so; if that is a repeated one, nothing is written down. Empty if
 *     no document says it
 */
public record Note(
        DocumentId document,
        HistoryEntry entry,
        Optional<Acknowledgement> answer,
        Weight weight,
        Optional<DocumentId> source) {
    public Note {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(weight, "weight");
        Objects.requireNonNull(source, "source");
    }

    /** What is said of the document from now on, if this was said before. */
    public Acknowledgement after(Acknowledgement before) {
        return answer.flatMap(said -> weight.after(before, said)).orElse(before);
    }
}
