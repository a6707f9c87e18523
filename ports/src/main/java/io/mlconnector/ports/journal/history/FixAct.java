package io.mlconnector.ports.journal.history;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import java.util.Objects;

/**
 * What a fix of a cause, or its taking back, wrote into the history of one document.
 *
 * @param document which
 * @param entry its details name the fix
 */
public record FixAct(DocumentId document, HistoryEntry entry) {
    public FixAct {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(entry, "entry");
    }
}
