package io.mlconnector.engine.intervention;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Replay;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One intervention, and in words why it did not come about. */
final class Intervening {

    private static final String IN_HAND = "It is being worked on right now. Try again in a moment.";
    private static final String JOB_TAKEN =
            "Another document does its job already. Look for the same invoice or order; nothing is done twice.";

    private Intervening() {}

    /**
     * Does it, by the rule, on the state that is then stored.
     *
     * @param more what changes besides if it goes on
     */
    static Future<Replayed> by(
            Engine engine,
            DocumentId id,
            Instant now,
            Function<DocumentRecord, Replay> rule,
            UnaryOperator<Change> more) {
        // Filled by the decision, which is made once and elsewhere.
        List<Replay> ruled = new CopyOnWriteArrayList<>();
        return engine.onContext(engine.journal().intervene(id, now, document -> {
                    Replay replay = rule.apply(document);
                    ruled.add(replay);
                    return switch (replay) {
                        case Replay.Again(Decision decision) -> Optional.of(more.apply(Change.of(decision)));
                        case Replay.Nothing(Decision decision, String ignored) -> Optional.of(Change.of(decision));
                        case Replay.Refused ignored -> Optional.empty();
                    };
                }))
                .compose(after -> after.isPresent()
                        ? Future.succeededFuture(done(ruled.getFirst(), after.get()))
                        : engine.onContext(engine.journal().find(id))
                                .map(found ->
                                        found.isEmpty() ? new Replayed.Missing() : new Replayed.Refused(why(ruled))));
    }

    private static Replayed done(Replay replay, DocumentRecord after) {
        return replay instanceof Replay.Nothing(Decision ignored, String why)
                ? new Replayed.Nothing(after, why)
                : new Replayed.Again(after);
    }

    private static String why(List<Replay> ruled) {
        return ruled.stream()
                .findFirst()
                .map(replay -> replay instanceof Replay.Refused(String why) ? why : JOB_TAKEN)
                .orElse(IN_HAND);
    }
}
