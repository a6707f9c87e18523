package io.mlconnector.engine;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.HistoryEntry;
import java.util.List;
import java.util.Optional;

/** How the history tells that a person edited a document, and where the bytes are that the last edit left. */
public final class LastEdit {

    /** The event of an edit. */
    public static final String EVENT = "resubmitted";

    /** The detail that has the hash of the edited bytes. */
    public static final String EDITED = "edited";

    private LastEdit() {}

    /**
     * The bytes that the last edit of a document left.
     *
     * @param history of the document, in order
     * @return empty if it was never edited
     */
    public static Optional<ContentHash> of(List<HistoryEntry> history) {
        return history.reversed().stream()
                .filter(entry -> entry.event().equals(EVENT))
                .findFirst()
                .flatMap(entry -> Optional.ofNullable(entry.details().get(EDITED)))
                .map(ContentHash::new);
    }
}
