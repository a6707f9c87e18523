package io.mlconnector.ports.journal.file;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of a large file.
 *
 * @param file whose part it is
 * @param from where it begins: the offset in bytes, from 0
 * @param next where the next part begins; empty if this is the last one
 * @param documents what begins in it, and the answers to the interchanges that end in it; may be empty
 * @param notes what it says of documents that are there already
 * @param history what is added to the history of the file; may be empty
 * @param problem what is wrong with the rest of the file; empty if nothing is
 */
public record FilePart(
        DocumentId file,
        long from,
        OptionalLong next,
        List<NewDocument> documents,
        List<Note> notes,
        List<HistoryEntry> history,
        Optional<Problem> problem) {

    public FilePart {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(problem, "problem");
        documents = List.copyOf(documents);
        notes = List.copyOf(notes);
        history = List.copyOf(history);
        if (next.isPresent() && next.getAsLong() <= from) {
            throw new IllegalArgumentException("A part from " + from + " cannot end at " + next.getAsLong());
        }
    }
}
