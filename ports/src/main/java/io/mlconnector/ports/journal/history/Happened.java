package io.mlconnector.ports.journal.history;

import io.mlconnector.domain.words.DocumentId;
import java.util.List;

/**
 * What was written into histories after some position.
 *
 * @param newest position of the newest entry that there is; 0 before the first
 * @param owners the documents and files that something was written about, each once, the latest first
 * @param more whether there are others
 */
public record Happened(long newest, List<DocumentId> owners, boolean more) {
    public Happened {
        owners = List.copyOf(owners);
    }
}
