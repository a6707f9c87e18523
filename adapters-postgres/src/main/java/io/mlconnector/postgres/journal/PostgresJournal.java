package io.mlconnector.postgres.journal;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.Committed;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.document.StuckCause;
import io.mlconnector.ports.journal.file.Download;
import io.mlconnector.ports.journal.file.FilePart;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.journal.number.NumberBlock;
import io.mlconnector.ports.journal.number.NumberSequence;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.StoredForm;
import io.mlconnector.postgres.continuity.CommitWatch;
import io.mlconnector.postgres.download.Downloads;
import io.mlconnector.postgres.payload.Beside;
import io.mlconnector.postgres.payload.Deflated;
import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The journal in PostgreSQL. Every method is one transaction. */
public final class PostgresJournal implements Journal {

    /** Ends the transaction of a change that is not made. */
    private static final class NothingToChange extends VertxException {
        private static final long serialVersionUID = 1;

        NothingToChange() {
            super("There is no change to make", true);
        }
    }

    private static final String UNIQUE_VIOLATION = "23505";

    /** Payloads of more bytes are inflated beside the event loop. */
    private static final long LARGE = 1 << 20;

    private final Pool pool;
    private final InstantSource clock;
    private final Rows rows;
    private final StoredForm form;
    private final Documents documents;
    private final Intake intake;
    private final Claiming claiming;
    private final CommitWatch watch;
    private final Downloads downloads;

    /**
     * On a database whose schema is up to date.
     *
     * @param form how states and problems are written down
     */
    public PostgresJournal(Pool pool, InstantSource clock, StoredForm form) {
        this(pool, clock, form, CommitWatch.NOBODY);
    }

    /**
     * The same, watched.
     *
     * @param watch is told what was committed
     */
    public PostgresJournal(Pool pool, InstantSource clock, StoredForm form, CommitWatch watch) {
        this.watch = watch;
        this.pool = pool;
        this.clock = clock;
        this.rows = new Rows(form);
        this.form = form;
        this.documents = new Documents(form);
        this.intake = new Intake(documents, form);
        this.claiming = new Claiming(rows);
        this.downloads = new Downloads(pool);
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
    public CompletionStage<Received> receive(NewFile file, List<NewDocument> documents, List<Note> notes) {
        return pool.withTransaction(connection -> intake.receive(connection, file, documents, notes, clock.instant()))
                .onSuccess(ignored -> watch.afterCommit())
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Void> receiveInParts(NewFile file) {
        // Beside the event loop: to deflate fifty megabytes takes a second.
        return Beside.<Payload, byte[]>compute(file.content(), content -> Deflated.deflate(content.bytes()))
                .compose(deflated -> pool.withTransaction(
                        connection -> intake.receiveInParts(connection, file, deflated, clock.instant())))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<Received>> enter(FilePart part) {
        return pool.withTransaction(connection -> intake.enter(connection, part, clock.instant()))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<UnfinishedFile>> unfinished(String connection, String folder) {
        return many(
                "select " + Columns.FILE + """
                        , f.entered_to from file f
                        where f.connection = $1 and f.folder = $2 and f.entered_to is not null order by f.id
                        """,
                Tuple.of(connection, folder),
                row -> new UnfinishedFile(rows.file(row), row.getLong("entered_to")));
    }

    /** Whether another document has the job key. */
    private static boolean jobTaken(Throwable failure) {
        return failure instanceof PgException error
                && UNIQUE_VIOLATION.equals(error.getSqlState())
                && "document_job".equals(error.getConstraint());
    }

    @Override
    public CompletionStage<Set<ListedFile>> known(String connection, String folder, Set<ListedFile> listed) {
        List<ListedFile> asked = List.copyOf(listed);
        if (asked.isEmpty()) {
            return Future.succeededFuture(Set.<ListedFile>of())
                    .recover(Unavailability::told)
                    .toCompletionStage();
        }
        return pool.preparedQuery("""
                        select f.name, f.state from unnest($3::text[], $4::text[]) as l (name, state)
                        join file f on f.connection = $1 and f.folder = $2 and f.name = l.name and f.state = l.state
                        """)
                .execute(Tuple.of(
                        connection,
                        folder,
                        asked.stream().map(ListedFile::name).toArray(String[]::new),
                        asked.stream().map(ListedFile::state).toArray(String[]::new)))
                .map(found -> {
                    Set<ListedFile> known = new HashSet<>();
                    found.forEach(row -> known.add(new ListedFile(row.getString("name"), row.getString("state"))));
                    return known;
                })
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
        return committing(claim, connection -> Future.succeededFuture(Optional.of(change)), now, lease);
    }

    @Override
    public CompletionStage<Committed> commit(
            Claim claim,
            NumberSequence sequence,
            Function<ControlNumbers, Optional<Change>> change,
            Instant now,
            Duration lease) {
        return committing(
                claim,
                connection ->
                        Numbers.next(connection, sequence, claim.id(), now).map(change),
                now,
                lease);
    }

    private CompletionStage<Committed> committing(
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

    @Override
    public CompletionStage<List<NumberBlock>> numbers(int most, Optional<NumberSequence> sequence) {
        return Numbers.blocks(pool, most, sequence)
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
    public CompletionStage<Void> renew(List<Claim> claims, Instant now, Duration lease) {
        return Claiming.renew(pool, claims, now.plus(lease))
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
    public CompletionStage<Void> usedUpTo(NumberSequence sequence, long number) {
        return Numbers.usedUpTo(pool, sequence, number, clock.instant())
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Long> highest(NumberSequence sequence) {
        return Numbers.highest(pool, sequence).recover(Unavailability::told).toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<DocumentRecord>> intervene(
            DocumentId id, Instant now, Function<DocumentRecord, Optional<Change>> decide) {
        return pool.<Optional<DocumentRecord>>withTransaction(connection -> Documents.lock(connection, id)
                        .compose(locked -> {
                            if (locked.isEmpty() || locked.get().claimedAt(now)) {
                                return Future.succeededFuture(Optional.empty());
                            }
                            return find(connection, id).compose(found -> {
                                Optional<Change> change = found.flatMap(decide);
                                if (change.isEmpty()) {
                                    return Future.succeededFuture(Optional.empty());
                                }
                                return documents
                                        .move(connection, id, locked.get().last(), change.get(), now)
                                        .compose(ignored -> find(connection, id));
                            });
                        }))
                // A discarded document does not come back when another has its job.
                .recover(failure ->
                        jobTaken(failure) ? Future.succeededFuture(Optional.empty()) : Future.failedFuture(failure))
                .recover(Unavailability::told)
                .toCompletionStage();
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
    public CompletionStage<Boolean> overdue(DocumentId id, HistoryEntry entry) {
        return pool.withTransaction(connection -> Documents.lock(connection, id)
                        .compose(locked -> locked.isEmpty()
                                ? Future.succeededFuture(false)
                                : find(connection, id)
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
    public CompletionStage<Optional<DocumentRecord>> find(DocumentId id) {
        return pool.withConnection(connection -> find(connection, id))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    private Future<Optional<DocumentRecord>> find(SqlConnection connection, DocumentId id) {
        return connection
                .preparedQuery("select " + Columns.DOCUMENT + " from document d where d.id = $1")
                .execute(Tuple.of(id.text()))
                .map(found -> Documents.first(found).map(rows::document));
    }

    @Override
    public CompletionStage<List<DocumentRecord>> list(DocumentFilter filter) {
        Listing listing = new Listing(filter);
        return many(listing.sql(), listing.values(), rows::document);
    }

    @Override
    public CompletionStage<List<StuckCause>> causes(int most) {
        return Causes.of(pool, form, most).recover(Unavailability::told).toCompletionStage();
    }

    @Override
    public CompletionStage<List<DocumentRecord>> sentUnder(String connection, String partner, String controlNumber) {
        return many("select " + Columns.DOCUMENT + """
                         from document d
                        where d.direction = 'outbound' and d.connection = $1 and d.partner = $2 and d.control_number <> ''
                          and ltrim(d.control_number, '0') = ltrim(btrim($3), '0')
                        order by d.id
                        """, Tuple.of(connection, partner, controlNumber), rows::document);
    }

    @Override
    public CompletionStage<List<DocumentRecord>> revisionsOf(String connection, String partner, String orderNumber) {
        return many("select " + Columns.DOCUMENT + """
                         from document d
                        where d.direction = 'outbound' and d.connection = $1 and d.partner = $2
                          and lower(d.order_number) = lower($3) and d.confirmation_number <> ''
                        order by d.entered
                        """, Tuple.of(connection, partner, orderNumber), rows::document);
    }

    @Override
    public CompletionStage<Boolean> interchangeReceived(
            String connection, String partner, String controlNumber, Optional<DocumentId> exceptFile) {
        return pool.preparedQuery("""
                        select exists (select 1 from document d where d.direction = 'inbound' and d.connection = $1
                          and d.partner = $2 and d.control_number = $3 and d.validity = 'valid'
                          and ($4::text is null or d.file is distinct from $4)) as received
                        """)
                .execute(Documents.tuple(
                        connection,
                        partner,
                        controlNumber,
                        exceptFile.map(DocumentId::text).orElse(null)))
                .map(found -> Documents.first(found)
                        .map(row -> row.getBoolean("received"))
                        .orElse(false))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<DocumentRecord>> sequence(String sequenceKey) {
        return many(
                "select " + Columns.DOCUMENT + " from document d where d.sequence_key = $1 order by d.entered",
                Tuple.of(sequenceKey),
                rows::document);
    }

    @Override
    public CompletionStage<List<RecordedEntry>> history(DocumentId id) {
        return many(
                "select " + Columns.ENTRY + " from journal_entry where owner = $1 order by number",
                Tuple.of(id.text()),
                Rows::entry);
    }

    @Override
    public CompletionStage<List<FileRecord>> files(int most, Optional<DocumentId> after) {
        return many(
                "select " + Columns.FILE + " from file f where f.id < $1 order by f.id desc limit $2",
                Tuple.of(after.map(DocumentId::text).orElse("~"), most),
                rows::file);
    }

    @Override
    public CompletionStage<Optional<FileRecord>> file(DocumentId id) {
        return pool.preparedQuery("select " + Columns.FILE + " from file f where f.id = $1")
                .execute(Tuple.of(id.text()))
                .map(found -> Documents.first(found).map(rows::file))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<FileRecord>> filesNamed(String connection, String folder, String name) {
        return many(
                "select " + Columns.FILE + " from file f where f.connection = $1 and f.folder = $2 and f.name = $3"
                        + " order by f.id desc limit 100",
                Tuple.of(connection, folder, name),
                rows::file);
    }

    @Override
    public CompletionStage<List<FileRecord>> filesToRemove(String connection, String folder) {
        return many("select " + Columns.FILE + """
                         from file f
                        where f.connection = $1 and f.folder = $2 and f.remove_afterwards and f.removed_at is null
                          and f.entered_to is null
                          and not exists (select 1 from document d where d.file = f.id
                            and d.condition in ('moving', 'waiting', 'unknown'))
                        order by f.id
                        """, Tuple.of(connection, folder), rows::file);
    }

    @Override
    public CompletionStage<Void> removing(DocumentId file, HistoryEntry entry) {
        return once(
                "update file set removal_intended_at = $2 where id = $1 and removal_intended_at is null returning id",
                file,
                entry);
    }

    @Override
    public CompletionStage<Void> removed(DocumentId file, HistoryEntry entry) {
        return once("update file set removed_at = $2 where id = $1 and removed_at is null returning id", file, entry);
    }

    /** Writes down with a time what happens to a file once only. */
    private CompletionStage<Void> once(String update, DocumentId file, HistoryEntry entry) {
        return pool.<Void>withTransaction(connection -> connection
                        .preparedQuery(update)
                        .execute(Tuple.of(file.text(), Rows.at(clock.instant())))
                        .compose(rows -> rows.size() == 0
                                ? Future.succeededFuture()
                                : History.last(connection, file)
                                        .compose(last -> History.append(connection, file, last, List.of(entry)))))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<Payload>> payload(ContentHash hash) {
        return pool.preparedQuery("select media_type, size, deflated from payload where hash = $1")
                .execute(Tuple.of(hash.hex()))
                .compose(rows -> Documents.first(rows)
                        .map(row -> payload(hash, row))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    private static Future<Optional<Payload>> payload(ContentHash hash, Row row) {
        long size = row.getLong("size");
        byte[] deflated = row.getBuffer("deflated").getBytes();
        String mediaType = row.getString("media_type");
        return size < LARGE
                ? Future.succeededFuture(Optional.of(new Payload(hash, mediaType, Deflated.inflate(deflated, size))))
                : Beside.compute(
                        deflated, bytes -> Optional.of(new Payload(hash, mediaType, Deflated.inflate(bytes, size))));
    }

    @Override
    public CompletionStage<Boolean> recordNotice(String connection, String key, byte[] body, Instant now) {
        return pool.preparedQuery("""
                        insert into heard (connection, key, body, heard_at) values ($1, $2, $3, $4)
                        on conflict (connection, key) do nothing
                        """)
                .execute(Tuple.of(connection, key, Buffer.buffer(body), Rows.at(now)))
                .map(rows -> rows.rowCount() > 0)
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<String>> cursor(String name) {
        return pool.preparedQuery("select value from cursor where name = $1")
                .execute(Tuple.of(name))
                .map(rows -> Documents.first(rows).map(row -> row.getString("value")))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Void> moveCursor(String name, String value) {
        return pool.preparedQuery("""
                        insert into cursor (name, value) values ($1, $2)
                        on conflict (name) do update set value = excluded.value
                        """)
                .execute(Tuple.of(name, value))
                .<Void>mapEmpty()
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Boolean> reading(Download download) {
        return downloads.reading(download).recover(Unavailability::told).toCompletionStage();
    }

    @Override
    public CompletionStage<Void> read(Download download, byte[] bytes) {
        return downloads.read(download, bytes).recover(Unavailability::told).toCompletionStage();
    }

    @Override
    public CompletionStage<List<Download>> downloads(String connection, String folder) {
        return downloads.of(connection, folder).recover(Unavailability::told).toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<byte[]>> bytesOf(Download download) {
        return downloads.bytes(download).recover(Unavailability::told).toCompletionStage();
    }

    @Override
    public CompletionStage<Void> settled(Download download) {
        return downloads.settled(download).recover(Unavailability::told).toCompletionStage();
    }

    private <T> CompletionStage<List<T>> many(String sql, Tuple values, Function<Row, T> mapping) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> {
                    List<T> all = new ArrayList<>();
                    rows.forEach(row -> all.add(mapping.apply(row)));
                    return all;
                })
                .recover(Unavailability::told)
                .toCompletionStage();
    }
}
