package io.mlconnector.postgres.journal;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.DocumentFlows;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.continuity.CommitWatch;
import io.mlconnector.postgres.journal.table.Columns;
import io.mlconnector.postgres.journal.table.Documents;
import io.mlconnector.postgres.journal.table.History;
import io.mlconnector.postgres.journal.table.PostgresText;
import io.mlconnector.postgres.journal.table.Rows;
import io.mlconnector.postgres.journal.table.Unavailability;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The documents on their way, in PostgreSQL. */
final class PostgresFlows implements DocumentFlows {

    private final Pool pool;
    private final InstantSource clock;
    private final Documents documents;
    private final Intake intake;
    private final Claiming claiming;
    private final Committing committing;
    private final CommitWatch watch;

    /**
     * On a database whose schema is up to date.
     *
     * @param watch is told what was committed
     */
    PostgresFlows(Pool pool, InstantSource clock, Documents documents, Intake intake, Rows rows, CommitWatch watch) {
        this.pool = pool;
        this.clock = clock;
        this.documents = documents;
        this.intake = intake;
        this.claiming = new Claiming(rows);
        this.committing = new Committing(pool, documents, watch);
        this.watch = watch;
    }

    @Override
    public CompletionStage<List<DocumentId>> announce(List<NewDocument> documents) {
        if (documents.isEmpty()) {
            return Future.succeededFuture(List.<DocumentId>of())
                    .recover(Unavailability::told)
                    .toCompletionStage();
        }
        return pool.withTransaction(connection -> intake.announce(connection, documents, clock.instant()))
                .onSuccess(ignored -> watch.afterCommit())
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<Claim>> claim(String node, Map<String, Integer> free, Duration lease, Instant now) {
        return pool.withTransaction(connection -> claiming.claim(connection, node, free, lease, now))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Map<String, Integer>> unclaimed(Set<String> connections) {
        return Claiming.unclaimed(pool, connections)
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Committed> commit(Claim claim, Change change, Instant now, Duration lease) {
        return committing.commit(claim, connection -> Future.succeededFuture(Optional.of(change)), now, lease);
    }

    @Override
    public CompletionStage<Committed> commit(
            Claim claim,
            NumberSequence sequence,
            Function<ControlNumbers, Optional<Change>> change,
            Instant now,
            Duration lease) {
        return committing.commit(
                claim,
                connection -> PostgresNumbers.next(connection, sequence, claim.id(), now)
                        .map(change),
                now,
                lease);
    }

    @Override
    public CompletionStage<Void> renew(List<Claim> claims, Instant now, Duration lease) {
        return Claiming.renew(pool, claims, now.plus(lease))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Integer> takeOver(String node) {
        return pool.preparedQuery("""
                        update document set claimed_by = null, claimed_until = null, due_at = $2 where claimed_by = $1
                        """)
                .execute(Tuple.of(node, Rows.at(clock.instant())))
                .map(rows -> rows.rowCount())
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Integer> wake(String connection, Instant now) {
        return pool.preparedQuery("""
                        update document set due_at = $2
                        where connection = $1 and condition = 'waiting' and claimed_until is null and due_at > $2
                        """)
                .execute(Tuple.of(connection, Rows.at(now)))
                .map(SqlResult::rowCount)
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<DocumentId>> jobOwner(String jobKey) {
        return pool.preparedQuery(Columns.JOB_OWNER)
                .execute(Tuple.of(jobKey))
                .map(rows -> Documents.first(rows).map(row -> new DocumentId(row.getString("id"))))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> intervene(
            DocumentId id, Instant now, Function<DocumentRecord, Optional<Change>> decide) {
        return pool.<Optional<DocumentRecord>>withTransaction(connection -> Documents.lock(connection, id)
                        .compose(locked -> {
                            if (locked.isEmpty() || locked.get().claimedAt(now)) {
                                return Future.succeededFuture(Optional.empty());
                            }
                            return documents.find(connection, id).compose(found -> {
                                Optional<Change> change = found.flatMap(decide);
                                if (change.isEmpty()) {
                                    return Future.succeededFuture(Optional.empty());
                                }
                                return wakened(connection, id)
                                        .compose(ignored -> documents.move(
                                                connection, id, locked.get().last(), change.get(), now))
                                        .compose(ignored -> documents.find(connection, id));
                            });
                        }))
                // A discarded document does not come back when another has its job.
                .recover(failure -> Committing.jobTaken(failure)
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    /** Whoever acts on a document has seen it. */
    private static Future<Void> wakened(SqlConnection connection, DocumentId id) {
        return connection
                .preparedQuery("update document set snoozed_until = null where id = $1 and snoozed_until is not null")
                .execute(Tuple.of(id.text()))
                .mapEmpty();
    }

    @Override
    public CompletionStage<Void> note(
            DocumentId id, HistoryEntry entry, List<Payload> payloads, Optional<Acknowledgement> acknowledgement) {
        return pool.<Void>withTransaction(connection -> Documents.lock(connection, id)
                        .compose(locked -> locked.isPresent()
                                ? Future.succeededFuture(locked.get().last())
                                : lockFile(connection, id).compose(ignored -> History.last(connection, id)))
                        .compose(last -> History.store(connection, payloads, clock.instant())
                                .compose(ignored -> Documents.note(
                                        connection, id, acknowledgement.map(Acknowledgement::word), clock.instant()))
                                .compose(ignored -> History.append(connection, id, last, List.of(entry)))))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> attend(
            DocumentId id, Function<DocumentRecord, Attention> decide, HistoryEntry entry) {
        return pool.<Optional<DocumentRecord>>withTransaction(connection -> Documents.lock(connection, id)
                        .compose(locked -> documents
                                .find(connection, id)
                                .compose(found -> found.isEmpty()
                                        ? Future.succeededFuture(found)
                                        : attend(connection, id, decide.apply(found.get()))
                                                .compose(ignored -> History.append(
                                                        connection,
                                                        id,
                                                        locked.orElseThrow().last(),
                                                        List.of(entry)))
                                                .compose(ignored -> documents.find(connection, id)))))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    private Future<Void> attend(SqlConnection connection, DocumentId id, Attention attention) {
        return connection
                .preparedQuery("update document set assignee = $2, snoozed_until = $3, changed_at = $4 where id = $1")
                .execute(Documents.tuple(
                        id.text(),
                        attention.assignee().map(PostgresText::of).orElse(null),
                        attention.snoozedUntil().map(Rows::at).orElse(null),
                        Rows.at(clock.instant())))
                .mapEmpty();
    }

    private static Future<Void> lockFile(SqlConnection connection, DocumentId id) {
        return connection
                .preparedQuery("select id from file where id = $1 for update")
                .execute(Tuple.of(id.text()))
                .compose(rows -> rows.size() > 0
                        ? Future.succeededFuture()
                        : Future.failedFuture(
                                new IllegalArgumentException("There is neither a document nor a file " + id)));
    }

    @Override
    public CompletionStage<Boolean> overdue(DocumentId id, HistoryEntry entry) {
        return pool.withTransaction(connection -> Documents.lock(connection, id)
                        .compose(locked -> locked.isEmpty()
                                ? Future.succeededFuture(false)
                                : documents
                                        .find(connection, id)
                                        .compose(found -> found.filter(document ->
                                                                document.acknowledgement() == Acknowledgement.AWAITED)
                                                        .isEmpty()
                                                ? Future.succeededFuture(false)
                                                : Documents.note(
                                                                connection,
                                                                id,
                                                                Optional.of(Acknowledgement.OVERDUE.word()),
                                                                clock.instant())
                                                        .compose(ignored -> History.append(
                                                                connection,
                                                                id,
                                                                locked.get().last(),
                                                                List.of(entry)))
                                                        .map(ignored -> true))))
                .recover(Unavailability::told)
                .toCompletionStage();
    }
}
