package io.mlconnector.postgres.continuity;

import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.ports.journal.file.TakenFile;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the mark beside the database. At the start it tells whether the database was put back to an earlier time; if it was,
 * outgoing documents are held and control numbers jump past all that were taken.
 */
public final class HighWaterMark implements CommitWatch {

    private static final Logger LOG = Logger.getLogger(HighWaterMark.class.getName());

    private static final String NAME = "mark";
    private static final String TAKEN_FILES = "taken-files";
    private static final String JOURNAL_ID = "journal-id";

    /** What is no upload is marked so much later at most. */
    private static final long LATER_MILLIS = 1000;

    private final Vertx vertx;
    private final Pool pool;
    private final MarkFile file;
    private final InstantSource clock;
    private final String journal;
    private final TakenFilesQueue taken;
    private Optional<Mark> written = Optional.empty();
    private Future<Void> underWay = Future.succeededFuture();
    private Optional<Future<Void>> queued = Optional.empty();
    private boolean timed;

    private HighWaterMark(
            Vertx vertx, Pool pool, MarkFile file, TakenFiles taken, InstantSource clock, String journal) {
        this.vertx = vertx;
        this.pool = pool;
        this.file = file;
        this.clock = clock;
        this.journal = journal;
        this.taken = new TakenFilesQueue(vertx, taken);
    }

    /**
     * Compares the database with the mark and writes the mark anew. If the database was put back, outgoing documents are held, and
     * the journal is told of the files that were taken.
     *
     * @param folder where the mark lies; must be there
     * @param jump has no control number of a sequence up to this one given out again
     * @param missed is told of files that were taken, which the journal may not know any more
     * @param freshId for a journal that has none yet: random
     * @return fails if the mark cannot be read or written: without it nothing may be sent
     */
    public static Future<HighWaterMark> open(
            Vertx vertx,
            Pool pool,
            Path folder,
            InstantSource clock,
            BiFunction<NumberSequence, Long, Future<Void>> jump,
            Function<List<TakenFile>, Future<Void>> missed,
            String freshId) {
        MarkFile file = new MarkFile(folder.resolve(NAME));
        TakenFiles taken = new TakenFiles(folder.resolve(TAKEN_FILES), clock);
        return vertx.executeBlocking(file::read)
                .compose(found -> journalId(pool, freshId)
                        .compose(id -> new HighWaterMark(vertx, pool, file, taken, clock, id)
                                .begun(
                                        found,
                                        jump,
                                        () -> vertx.executeBlocking(taken::read).compose(missed))));
    }

    private static Future<String> journalId(Pool pool, String freshId) {
        return pool.preparedQuery("insert into cursor (name, value) values ($1, $2) on conflict (name) do nothing")
                .execute(Tuple.of(JOURNAL_ID, freshId))
                .compose(ignored -> pool.preparedQuery("select value from cursor where name = $1")
                        .execute(Tuple.of(JOURNAL_ID)))
                .map(rows -> rows.iterator().next().getString("value"));
    }

    private Future<HighWaterMark> begun(
            Optional<MarkFile.Found> found,
            BiFunction<NumberSequence, Long, Future<Void>> jump,
            Supplier<Future<Void>> missed) {
        return pool.withConnection(connection -> read(connection)
                        .compose(now -> link(connection, found)
                                .map(link -> Continuity.of(
                                        found.map(MarkFile.Found::mark),
                                        found.map(MarkFile.Found::copied).orElse(false),
                                        journal,
                                        now.head(),
                                        link))))
                .compose(continuity -> continuity instanceof Continuity.PutBack(String evidence)
                        ? missed.get()
                                .compose(ignored -> putBack(found.orElseThrow().mark(), evidence, jump))
                        : Future.succeededFuture())
                // Written only when the restoration is stored: until then the old mark is what tells.
                .compose(ignored -> beforeUpload())
                .map(ignored -> this);
    }

    private static Future<Optional<String>> link(SqlConnection connection, Optional<MarkFile.Found> found) {
        return connection
                .preparedQuery("select link from journal_entry where position = $1")
                .execute(Tuple.of(found.map(one -> one.mark().head().position()).orElse(0L)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString("link")));
    }

    private Future<Void> putBack(Mark last, String evidence, BiFunction<NumberSequence, Long, Future<Void>> jump) {
        LOG.log(
                Level.WARNING,
                "The journal was put back to an earlier time: {0}. What was sent since is not known here, so outgoing"
                        + " documents are held. Run ml-connector reconcile",
                evidence);
        Future<Void> all = Future.succeededFuture();
        for (Map.Entry<NumberSequence, Long> taken : last.numbers().entrySet()) {
            all = all.compose(ignored -> jump.apply(taken.getKey(), taken.getValue()));
        }
        return all.compose(ignored -> pool.preparedQuery("""
                        insert into cursor (name, value) values ($1, $2)
                        on conflict (name) do update set value = excluded.value
                        """)
                        .execute(Tuple.of(Restoration.CODE, new Restoration(clock.instant(), evidence).text())))
                .mapEmpty();
    }

    private Future<Mark> read(SqlConnection connection) {
        // One question: it is asked for every upload.
        return connection
                .query("select h.position, h.link, n.sender, n.receiver, n.last from journal_head h"
                        + " left join control_number n on true")
                .execute()
                .map(this::mark);
    }

    private Mark mark(RowSet<Row> rows) {
        Row head = rows.iterator().next();
        Map<NumberSequence, Long> numbers = new HashMap<>();
        rows.forEach(row -> {
            if (row.getLong("last") != null) {
                numbers.put(
                        new NumberSequence(row.getString("sender"), row.getString("receiver")), row.getLong("last"));
            }
        });
        return new Mark(journal, new Head(head.getLong("position"), head.getString("link")), numbers, clock.instant());
    }

    @Override
    public Future<Void> beforeRemoval(TakenFile file) {
        return taken.add(file, true);
    }

    @Override
    public void afterTaking(TakenFile file) {
        // Before we remove it, it is written down again.
        taken.add(file, false)
                .onFailure(failure -> LOG.log(Level.WARNING, "A file that was taken was not written down", failure));
        afterCommit();
    }

    /** One write serves all who asked before it began. */
    @Override
    public synchronized Future<Void> beforeUpload() {
        if (queued.isPresent()) {
            return queued.get();
        }
        Promise<Void> promise = Promise.promise();
        queued = Optional.of(promise.future());
        underWay.onComplete(ignored -> {
            synchronized (this) {
                underWay = promise.future();
                queued = Optional.empty();
            }
            write().onComplete(promise);
        });
        return promise.future();
    }

    private Future<Void> write() {
        return pool.withConnection(this::read)
                .compose(mark -> vertx.executeBlocking(() -> {
                    keep(mark);
                    return null;
                }));
    }

    private void keep(Mark mark) throws IOException {
        synchronized (file) {
            if (written.filter(mark::says).isEmpty()) {
                file.write(mark);
                written = Optional.of(mark);
            }
        }
    }

    @Override
    public synchronized void afterCommit() {
        if (timed) {
            return;
        }
        timed = true;
        vertx.setTimer(LATER_MILLIS, ignored -> {
            synchronized (this) {
                timed = false;
            }
            // At the latest the next upload tells that it cannot be written.
            beforeUpload().onFailure(failure -> LOG.log(Level.FINE, "The mark was not written", failure));
        });
    }
}
