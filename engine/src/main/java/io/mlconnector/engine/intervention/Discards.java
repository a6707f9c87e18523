package io.mlconnector.engine.intervention;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.invoicing.deletion.HeaderDeletion;
import io.mlconnector.domain.precedent.Precedent;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.Engine;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has documents discarded, and what was left behind of them in F&O deleted; the same for the interface and for the commands. */
public final class Discards {

    private static final String VERB = "discard";

    private final Engine engine;

    /** On this engine's journal. */
    public Discards(Engine engine) {
        this.engine = engine;
    }

    /**
     * Discards one document and leaves what F&O has of it alone; the reason then says that it is there.
     *
     * @param who the operator
     * @param reason why; may be empty
     * @return empty if it can be neither now
     */
    public static Optional<Decision> decide(FlowState state, DocumentId id, String who, String reason, Instant now) {
        return HeaderDeletion.discard(state, id, why(who, reason), entry(state, who, reason, now, ""));
    }

    /** The rule for one with its header; also for the forecast. */
    public static Replay withHeader(FlowState state, String who, String reason, Instant now) {
        return HeaderDeletion.begin(
                state, why(who, reason), entry(state, who, reason, now, " and has its header in F&O deleted"));
    }

    /**
     * Has the header that was left behind of a document deleted, and then the document discarded; a document of which F&O has nothing
     * is discarded at once.
     *
     * @param who the operator
     * @param reason why; may be empty
     */
    public Future<Replayed> withHeader(DocumentId id, String who, String reason) {
        Instant now = engine.clock().instant();
        return Intervening.by(
                engine, id, now, document -> withHeader(document.state(), who, reason, now), change -> change);
    }

    private static Problem why(String who, String reason) {
        return Problem.of(
                ProblemCode.DISCARDED_BY_PERSON,
                who,
                who + " discarded it: " + (reason.isBlank() ? "no reason given" : reason.strip()));
    }

    private static HistoryEntry entry(FlowState state, String who, String reason, Instant now, String more) {
        return new HistoryEntry(
                now,
                who,
                VERB,
                who + " discarded it" + more + Replays.because(reason),
                Precedent.details(state),
                List.of());
    }
}
