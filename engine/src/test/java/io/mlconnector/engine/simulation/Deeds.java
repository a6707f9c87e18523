package io.mlconnector.engine.simulation;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.testing.memory.journal.MemoryJournal;
import java.util.List;
import java.util.Set;

/** What a person did to a document, as its history tells. */
final class Deeds {

    private static final Set<String> BACK = Set.of("restore", "resubmitted");

    private final MemoryJournal journal;

    Deeds(MemoryJournal journal) {
        this.journal = journal;
    }

    /** The words of what was done, in order. */
    List<String> of(DocumentId document) {
        return journal.history(document).toCompletableFuture().join().stream()
                .map(recorded -> recorded.entry())
                .filter(entry -> entry.actor().equals(Wish.PERSON))
                .map(entry -> entry.event())
                .toList();
    }

    /** Whether it was ever stopped for this reason, whatever a person did since. */
    boolean everStoppedFor(DocumentId document, ProblemCode why) {
        return journal.history(document).toCompletableFuture().join().stream()
                .anyMatch(
                        recorded -> why.text().equals(recorded.entry().details().get("code")));
    }

    /** How often the history tells of this. */
    long told(DocumentId document, String event) {
        return journal.history(document).toCompletableFuture().join().stream()
                .filter(recorded -> recorded.entry().event().equals(event))
                .count();
    }

    boolean any(DocumentId document) {
        return !of(document).isEmpty();
    }

    /** How often a person let it go on. */
    int letGo(DocumentId document) {
        return (int) of(document).stream()
                .filter(event -> event.equals("release") || event.equals("replay"))
                .count();
    }

    boolean everPutAside(DocumentId document) {
        return of(document).contains("discard");
    }

    /** Whether a person discarded it, and nobody has brought it back. */
    boolean isDiscarded(DocumentId document) {
        boolean aside = false;
        for (String event : of(document)) {
            aside = event.equals("discard") || (aside && !BACK.contains(event));
        }
        return aside;
    }
}
