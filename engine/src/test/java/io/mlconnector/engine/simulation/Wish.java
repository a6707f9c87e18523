package io.mlconnector.engine.simulation;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.StoppedInterventions;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a person can wish of a document besides a replay and an edit: the same as what the HTTP interface does. */
enum Wish {
    RELEASE,
    DISCARD,
    RESTORE;

    /** Who does it. */
    static final String PERSON = "person";

    /** Does it on the state that is then stored. */
    void of(DocumentRecord document, Engine engine) {
        Instant now = engine.clock().instant();
        engine.onContext(engine.journal()
                .intervene(
                        document.id(),
                        now,
                        stored -> decide(stored.state(), now).map(Change::of)));
    }

    private Optional<Decision> decide(FlowState state, Instant now) {
        String word = name().toLowerCase(Locale.ROOT);
        HistoryEntry entry = new HistoryEntry(now, PERSON, word, "A person asked for: " + word, Map.of(), List.of());
        Problem aside = Problem.of(ProblemCode.DISCARDED_BY_PERSON, PERSON, "A person put it aside.");
        return switch (this) {
            case RELEASE -> StoppedInterventions.release(state, entry);
            case DISCARD -> StoppedInterventions.discard(state, aside, entry);
            case RESTORE -> StoppedInterventions.restore(state, entry);
        };
    }
}
