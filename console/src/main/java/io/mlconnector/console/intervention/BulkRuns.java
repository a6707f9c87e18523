package io.mlconnector.console.intervention;

import io.mlconnector.console.operator.Operator;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.intervention.condition.Seen;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Actions on many documents, under way or ended, as this daemon remembers them. What was done stands in the history of each document and
 * in the audit trail, whatever becomes of the daemon. Used on one event loop only.
 */
final class BulkRuns {

    private static final Logger LOG = Logger.getLogger(BulkRuns.class.getName());

    /** Ended ones beyond it are forgotten, the oldest first. */
    private static final int MOST = 20;

    private final Act act;
    private final InstantSource clock;
    private final Map<String, BulkRun> runs = new LinkedHashMap<>();

    /** Does it to one document. */
    interface Act {
        Future<Acting.Done> on(DocumentId document, Acting.Wish wish, Operator operator, Optional<Seen> seen);
    }

    BulkRuns(Act act, InstantSource clock) {
        this.act = act;
        this.clock = clock;
    }

    Optional<BulkRun> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** All that are remembered, the newest first. */
    List<BulkRun> newest() {
        return List.copyOf(runs.values()).reversed();
    }

    /**
     * Begins one, and goes on by itself.
     *
     * @param id of the form; one that is known already is the same form sent again, and nothing begins
     * @param documents in the order in which it is done to them
     * @param seen what was shown of them beforehand; one that is not so any more is left as it is
     */
    BulkRun begin(
            String id,
            List<DocumentId> documents,
            Acting.Wish wish,
            Operator operator,
            Optional<Seen> seen,
            String back) {
        BulkRun known = runs.get(id);
        if (known != null) {
            return known;
        }
        BulkRun run = new BulkRun(id, wish, operator.name(), clock.instant(), documents, back);
        keep(run);
        // One after another, the oldest first, so that revisions of one order go out in their order.
        OneAfterAnother.of(documents, document -> one(run, document, operator, seen))
                .onSuccess(ignored -> run.end())
                .onFailure(failure -> {
                    BrokenOff.log(
                            LOG, wish.verb().title() + " of " + documents.size() + " documents broke off", failure);
                    run.fail("It broke off; the log says why. What was not reached is as it was: choose it again.");
                });
        return run;
    }

    private Future<Void> one(BulkRun run, DocumentId document, Operator operator, Optional<Seen> seen) {
        return run.stopping()
                ? Future.succeededFuture()
                : act.on(document, run.wish(), operator, seen)
                        .onSuccess(done -> run.became(document, done))
                        .mapEmpty();
    }

    private void keep(BulkRun run) {
        runs.put(run.id(), run);
        runs.values().stream()
                .filter(BulkRun::ended)
                .limit(Math.max(0, runs.size() - MOST))
                .map(BulkRun::id)
                .toList()
                .forEach(runs::remove);
    }
}
