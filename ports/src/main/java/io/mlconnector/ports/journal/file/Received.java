package io.mlconnector.ports.journal.file;

import io.mlconnector.domain.words.DocumentId;
import java.util.List;

/**
 * What became of a file and its documents.
 *
 * @param fresh documents that were new and will be worked on
 * @param duplicates documents that were there already and are kept as duplicates
 * @param clashes documents under the numbers of another one with other content; held for a person
 */
public record Received(List<DocumentId> fresh, List<DocumentId> duplicates, List<DocumentId> clashes) {
    public Received {
        fresh = List.copyOf(fresh);
        duplicates = List.copyOf(duplicates);
        clashes = List.copyOf(clashes);
    }
}
