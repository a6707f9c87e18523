package io.mlconnector.engine.intervention;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.forecast.ReplayRules;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Has documents done again, each by an intervention of its own; the same for the interface and for the commands. */
public final class Replays {

    private final Engine engine;

    /** On this engine's journal. */
    public Replays(Engine engine) {
        this.engine = engine;
    }

    /**
     * Has one document done again.
     *
     * @param from the stage from which; empty is from where it stopped
     * @param who the operator
     * @param reason why; may be empty
     */
    public Future<Replayed> replay(DocumentId id, Optional<Stage> from, String who, String reason) {
        return replay(id, from, who, reason, Map.of());
    }

    /**
     * The same, with more that its entry in the history says.
     *
     * @param facts by name
     */
    public Future<Replayed> replay(
            DocumentId id, Optional<Stage> from, String who, String reason, Map<String, String> facts) {
        Instant now = engine.clock().instant();
        HistoryEntry entry = entry(now, from, who, reason, facts);
        return Intervening.by(engine, id, now, document -> ReplayRules.of(document, from, entry), change -> change);
    }

    /**
     * Has several documents done again, one after another.
     *
     * @param ids oldest first, so that revisions of one order go out in their order
     */
    public Future<Map<DocumentId, Replayed>> replay(
            List<DocumentId> ids, Optional<Stage> from, String who, String reason) {
        Map<DocumentId, Replayed> results = new LinkedHashMap<>();
        Future<Void> all = Future.succeededFuture();
        for (DocumentId id : ids) {
            all = all.compose(ignored -> replay(id, from, who, reason)).map(result -> {
                results.put(id, result);
                return null;
            });
        }
        return all.map(ignored -> results);
    }

    private static HistoryEntry entry(
            Instant now, Optional<Stage> from, String who, String reason, Map<String, String> facts) {
        Map<String, String> details = new TreeMap<>(facts);
        from.ifPresent(stage -> details.put("from", stage.word()));
        return new HistoryEntry(
                now,
                who,
                "replay",
                who + " replayed it"
                        + from.map(stage -> " from " + stage.word()).orElse("") + because(reason),
                details,
                List.of());
    }

    /** What stands behind what a person did; empty if nobody said why. */
    static String because(String reason) {
        return reason.isBlank() ? "" : " (" + reason.strip() + ")";
    }
}
