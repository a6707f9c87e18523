package io.mlconnector.ports.journal.payload;

import io.mlconnector.domain.words.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Whose history names some stored bytes.
 *
 * @param owner a document, a file, or cross-references
 * @param position of the first entry that names them, among all entries of all histories; no two owners have the same
 * @param at when that was written
 * @param events what the entries that name them tell of, in order and each once, such as {@code encoded} and {@code delivered}
 */
public record PayloadOwner(DocumentId owner, long position, Instant at, List<String> events) {

    public PayloadOwner {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(at, "at");
        events = List.copyOf(events);
    }
}
