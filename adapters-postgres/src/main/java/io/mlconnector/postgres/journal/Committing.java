package io.mlconnector.postgres.journal;

import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.postgres.continuity.CommitWatch;
import io.mlconnector.postgres.journal.table.Columns;
import io.mlconnector.postgres.journal.table.Documents;
import io.mlconnector.postgres.journal.table.Unavailability;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Changes documents that are claimed, in the transaction that checks the claim. */
final class Committing {

    /** Ends the transaction of a change that is not made. */
    private static final class NothingToChange extends VertxException {
        private static final long serialVersionUID = 1;

        NothingToChange() {
            super("There is no change to make", true);
        }
    }

    private static final String UNIQUE_VIOLATION = "23505";

    private final Pool pool;
    private final Documents documents;
    private final CommitWatch watch;

    Committing(Pool pool, Documents documents, CommitWatch watch) {
        this.pool = pool;
        this.documents = documents;
        this.watch = watch;
    }

    /**
     * Changes a document, unless the claim is no longer held.
     *
     * @param change computed within the transaction; empty if there is none to make after all
     */
    CompletionStage<Committed> commit(
            Claim claim, Function<SqlConnection, Future<Optional<Change>>> change, Instant now, Duration lease) {
        // Known only once the change is computed.
        String[] jobKey = {""};
        boolean[] uploading = {false};
        return pool.<Committed>withTransaction(connection -> Documents.lock(connection, claim.id())
                        .compose(locked -> locked.isEmpty()
                                        || locked.get().epoch() != claim.epoch()
                                        || !locked.get().claimed()
                                ? Future.succeededFuture(new Committed.Fenced())
                                : change.apply(connection)
                                        // A failed transaction is rolled back, and the number with it.
                                        .compose(made -> made.map(Future::succeededFuture)
                                                .orElseGet(() -> Future.failedFuture(new NothingToChange())))
                                        .compose(changed -> {
                                            uploading[0] = changed.state() instanceof SendingState.Uploading;
                                            jobKey[0] = changed.last(Amendment.Job.class)
                                                    .map(Amendment.Job::key)
                                                    .orElse("");
                                            return documents.change(
                                                    connection,
                                                    claim.id(),
                                                    locked.get().last(),
                                                    changed,
                                                    now,
                                                    lease);
                                        })
                                        .map(ignored -> new Committed.Stands())))
                .recover(failure -> failure instanceof NothingToChange
                        ? Future.succeededFuture(new Committed.NotMade())
                        : jobTaken(failure) ? owner(jobKey[0]) : Future.failedFuture(failure))
                .compose(committed -> watched(committed, uploading[0]))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    private Future<Committed> watched(Committed committed, boolean uploading) {
        if (uploading && committed instanceof Committed.Stands) {
            return watch.beforeUpload().map(committed);
        }
        watch.afterCommit();
        return Future.succeededFuture(committed);
    }

    private Future<Committed> owner(String jobKey) {
        return pool.preparedQuery(Columns.JOB_OWNER)
                .execute(Tuple.of(jobKey))
                .map(rows -> Documents.first(rows)
                        .<Committed>map(row -> new Committed.KeyTaken(new DocumentId(row.getString("id"))))
                        .orElseGet(Committed.Fenced::new));
    }

    /** Whether another document has the job key. */
    static boolean jobTaken(Throwable failure) {
        return failure instanceof PgException error
                && UNIQUE_VIOLATION.equals(error.getSqlState())
                && "document_job".equals(error.getConstraint());
    }
}
