package io.mlconnector.ports.journal.history;

import io.mlconnector.domain.words.HistoryEntry;
import java.util.Objects;

/**
 * An entry of a document's history as it is stored.
 *
 * @param number its place in the document's history, first = 1
 * @param entry what happened
 * @param hash over this entry and the hash of the one before: changing one breaks all that follow
 */
public record RecordedEntry(long number, HistoryEntry entry, String hash) {
    public RecordedEntry {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(hash, "hash");
    }
}
