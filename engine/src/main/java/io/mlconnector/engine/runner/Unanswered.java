package io.mlconnector.engine.runner;

import io.mlconnector.domain.words.DocumentId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * For which documents the journal gives no answer although it answers for others: tells a document that the journal cannot take
 * from a journal that is away. Bounded: of very many the one that failed longest ago is forgotten.
 */
final class Unanswered {

    /** So often without an answer, each time with an answer for others since the time before. */
    static final int TRIES = 10;

    private static final int MOST = 10_000;

    private record Count(int times, long answers) {}

    private final Map<DocumentId, Count> counts = new LinkedHashMap<>();
    private long answers;

    /** Work on a document came to its end: the journal answers. */
    void answered(DocumentId document) {
        answers++;
        counts.remove(document);
    }

    /** It is held, and begins anew when it is released. */
    void forget(DocumentId document) {
        counts.remove(document);
    }

    /**
     * There was no answer for this document.
     *
     * @return whether that happened as often as it may
     */
    boolean usedUp(DocumentId document) {
        Count before = counts.remove(document);
        Count now;
        if (before == null) {
            now = new Count(1, answers);
        } else {
            now = answers > before.answers ? new Count(before.times + 1, answers) : before;
        }
        counts.put(document, now);
        if (counts.size() > MOST) {
            counts.remove(counts.keySet().iterator().next());
        }
        return now.times >= TRIES;
    }
}
