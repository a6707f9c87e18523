package io.mlconnector.engine.intervention;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** What a person can do to a document besides a replay; the same for the interface and for the commands. */
public final class Interventions {

    private final Journal journal;
    private final InstantSource clock;

    /** On this journal. */
    public Interventions(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** The verbs. */
    public enum Verb {
        /** Go on despite the reason. */
        RELEASE,
        /** Discard it. */
        DISCARD,
        /** Bring it back. */
        RESTORE;

        /** The word of paths and commands. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Does it.
     *
     * @param who the operator
     * @param reason why; may be empty
     * @return the document afterwards; empty if there is none, or its state does not allow it now
     */
    public CompletionStage<Optional<DocumentRecord>> act(DocumentId id, Verb verb, String who, String reason) {
        return act(id, verb, who, reason, Map.of());
    }

    /**
     * The same, with more that the entry of a release or a restoration in the history says.
     *
     * @param facts by name
     */
    public CompletionStage<Optional<DocumentRecord>> act(
            DocumentId id, Verb verb, String who, String reason, Map<String, String> facts) {
        Instant now = clock.instant();
        return journal.intervene(
                id,
                now,
                document -> decide(document, verb, who, reason, now, facts).map(Change::of));
    }

    private static String did(Verb verb, DocumentRecord document) {
        return switch (verb) {
            case RELEASE -> " released it despite: " + String.join("; ", Accepted.of(document.state()));
            case DISCARD -> " discarded it";
            case RESTORE -> " restored it";
        };
    }

    private static Optional<Decision> decide(
            DocumentRecord document, Verb verb, String who, String reason, Instant now, Map<String, String> facts) {
        Map<String, String> details = new TreeMap<>(facts);
        details.putAll(verb == Verb.RELEASE ? Precedent.details(document.state()) : Map.of());
        HistoryEntry entry = new HistoryEntry(
                now, who, verb.word(), who + did(verb, document) + Replays.because(reason), details, List.of());
        return switch (verb) {
            case RELEASE -> StoppedInterventions.release(document.state(), entry);
            case DISCARD -> Discards.decide(document.state(), document.id(), who, reason, now);
            case RESTORE -> StoppedInterventions.restore(document.state(), entry);
        };
    }
}
