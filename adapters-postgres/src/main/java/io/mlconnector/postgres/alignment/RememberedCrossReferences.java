package io.mlconnector.postgres.alignment;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.CrossReferences;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.postgres.payload.Beside;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the table says, brought up to date at each question by what was changed since. Questions that come while one is under way
 * share the next one: each is answered by a look that began after it was asked.
 */
final class RememberedCrossReferences {

    /** So many changed ones are put in order beside the event loop. */
    private static final int MANY = 500;

    private final Pool pool;
    private final TreeMap<DocumentId, CrossReference> holding = new TreeMap<>();
    private long version;
    private CrossReferences now = CrossReferences.NONE;
    private boolean looking;
    private Optional<Promise<CrossReferences>> next = Optional.empty();

    RememberedCrossReferences(Pool pool) {
        this.pool = pool;
    }

    /** As they are now. */
    synchronized Future<CrossReferences> now() {
        if (looking) {
            Promise<CrossReferences> waiting = next.orElseGet(Promise::promise);
            next = Optional.of(waiting);
            return waiting.future();
        }
        looking = true;
        return look();
    }

    private Future<CrossReferences> look() {
        return pool.preparedQuery("select " + StoredRow.COLUMNS + " from cross_reference where version > $1")
                .execute(Tuple.of(version))
                .compose(rows -> rows.rowCount() > MANY
                        ? Beside.compute(rows, this::updated)
                        : Future.succeededFuture(updated(rows)))
                .onComplete(done -> lookedAt());
    }

    private synchronized void lookedAt() {
        Optional<Promise<CrossReferences>> waiting = next;
        next = Optional.empty();
        looking = waiting.isPresent();
        waiting.ifPresent(promise -> look().onComplete(promise));
    }

    private synchronized CrossReferences updated(RowSet<Row> changed) {
        for (Row row : changed) {
            StoredRow stored = StoredRow.of(row);
            version = Math.max(version, stored.version());
            if (stored.removed()) {
                holding.remove(stored.id());
            } else {
                holding.put(stored.id(), stored.reference());
            }
        }
        if (changed.rowCount() > 0) {
            now = new CrossReferences(List.copyOf(holding.values()));
        }
        return now;
    }
}
