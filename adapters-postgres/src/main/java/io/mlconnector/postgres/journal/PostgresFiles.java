package io.mlconnector.postgres.journal;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.ReceivedFiles;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.file.FilePart;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.file.ListedFile;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.ports.journal.file.TakenFile;
import io.mlconnector.ports.journal.file.UnfinishedFile;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.continuity.CommitWatch;
import io.mlconnector.postgres.journal.table.Columns;
import io.mlconnector.postgres.journal.table.History;
import io.mlconnector.postgres.journal.table.Rows;
import io.mlconnector.postgres.journal.table.Unavailability;
import io.mlconnector.postgres.payload.Beside;
import io.mlconnector.postgres.payload.Deflated;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The files that were taken from a gateway, in PostgreSQL. */
final class PostgresFiles implements ReceivedFiles {

    /** So many rows go in one statement. */
    private static final int BATCH = 1000;

    private final Pool pool;
    private final InstantSource clock;
    private final Intake intake;
    private final Rows rows;
    private final CommitWatch watch;

    /**
     * On a database whose schema is up to date.
     *
     * @param watch is told what was committed
     */
    PostgresFiles(Pool pool, InstantSource clock, Intake intake, Rows rows, CommitWatch watch) {
        this.pool = pool;
        this.clock = clock;
        this.intake = intake;
        this.rows = rows;
        this.watch = watch;
    }

    @Override
    public CompletionStage<Received> receive(NewFile file, List<NewDocument> documents, List<Note> notes) {
        return pool.withTransaction(connection -> intake.receive(connection, file, documents, notes, clock.instant()))
                .onSuccess(ignored -> watch.afterTaking(TakenFile.of(file)))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Void> receiveInParts(NewFile file) {
        // Beside the event loop: to deflate fifty megabytes takes a second.
        return Beside.<Payload, byte[]>compute(file.content(), content -> Deflated.deflate(content.bytes()))
                .compose(deflated -> pool.withTransaction(
                        connection -> intake.receiveInParts(connection, file, deflated, clock.instant())))
                .onSuccess(ignored -> watch.afterTaking(TakenFile.of(file)))
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
        return Query.many(
                pool,
                "select " + Columns.FILE + """
                        , f.entered_to from file f
                        where f.connection = $1 and f.folder = $2 and f.entered_to is not null order by f.id
                        """,
                Tuple.of(connection, folder),
                row -> new UnfinishedFile(rows.file(row), row.getLong("entered_to")));
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
    public CompletionStage<List<FileRecord>> filesNamed(String connection, String folder, String name) {
        return Query.many(
                pool,
                "select " + Columns.FILE + " from file f where f.connection = $1 and f.folder = $2 and f.name = $3"
                        + " order by f.id desc limit 100",
                Tuple.of(connection, folder, name),
                rows::file);
    }

    @Override
    public CompletionStage<List<FileRecord>> filesToRemove(String connection, String folder) {
        return Query.many(pool, "select " + Columns.FILE + """
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
        return pool.withTransaction(connection -> connection
                        .preparedQuery("""
                                with intended as (update file set removal_intended_at = $2
                                  where id = $1 and removal_intended_at is null returning id)
                                select f.connection, f.folder, f.name, f.state, f.size, f.content, f.taken_at,
                                  exists (select from intended) as first_time
                                from file f where f.id = $1
                                """)
                        .execute(Tuple.of(file.text(), Rows.at(clock.instant())))
                        .compose(rows -> {
                            Row row = rows.iterator().next();
                            TakenFile taken = taken(row);
                            return row.getBoolean("first_time")
                                    ? appended(connection, file, entry).map(taken)
                                    : Future.succeededFuture(taken);
                        }))
                .recover(Unavailability::told)
                .compose(watch::beforeRemoval)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Void> removed(DocumentId file, HistoryEntry entry) {
        return pool.<Void>withTransaction(connection -> connection
                        .preparedQuery(
                                "update file set removed_at = $2 where id = $1 and removed_at is null returning id")
                        .execute(Tuple.of(file.text(), Rows.at(clock.instant())))
                        .compose(rows ->
                                rows.size() == 0 ? Future.succeededFuture() : appended(connection, file, entry)))
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    private static Future<Void> appended(SqlConnection connection, DocumentId file, HistoryEntry entry) {
        return History.last(connection, file).compose(last -> History.append(connection, file, last, List.of(entry)));
    }

    @Override
    public CompletionStage<Void> takenBeforeRestoration(List<TakenFile> files) {
        return pool.<Void>withTransaction(connection -> {
                    Future<?> all = connection
                            .query("delete from taken_before_restoration")
                            .execute();
                    for (int from = 0; from < files.size(); from += BATCH) {
                        List<TakenFile> batch = files.subList(from, Math.min(from + BATCH, files.size()));
                        all = all.compose(ignored -> insert(connection, batch));
                    }
                    return all.mapEmpty();
                })
                .recover(Unavailability::told)
                .toCompletionStage();
    }

    private static Future<Void> insert(SqlConnection connection, List<TakenFile> files) {
        return connection
                .preparedQuery("""
                        insert into taken_before_restoration (connection, folder, name, state, size, content, taken_at)
                        select t.* from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[],
                          $7::timestamptz[]) as t (connection, folder, name, state, size, content, taken_at)
                        where not exists (select from file f where f.connection = t.connection and f.folder = t.folder
                          and f.name = t.name and f.state = t.state)
                        on conflict do nothing
                        """)
                .execute(Tuple.of(
                        files.stream().map(TakenFile::connection).toArray(String[]::new),
                        files.stream().map(TakenFile::folder).toArray(String[]::new),
                        files.stream().map(file -> file.listed().name()).toArray(String[]::new),
                        files.stream().map(file -> file.listed().state()).toArray(String[]::new),
                        files.stream().map(TakenFile::size).toArray(Long[]::new),
                        files.stream().map(file -> file.content().hex()).toArray(String[]::new),
                        files.stream().map(file -> Rows.at(file.takenAt())).toArray(OffsetDateTime[]::new)))
                .mapEmpty();
    }

    @Override
    public CompletionStage<List<TakenFile>> forgotten(String connection, String folder) {
        return Query.many(pool, """
                        select t.* from taken_before_restoration t
                        where t.connection = $1 and t.folder = $2
                          and not exists (select from file f where f.connection = t.connection and f.folder = t.folder
                            and f.name = t.name and f.state in (t.state, t.state || $3))
                        order by t.taken_at limit 200
                        """, Tuple.of(connection, folder, TakenFile.MISSING), PostgresFiles::taken);
    }

    private static TakenFile taken(Row row) {
        return new TakenFile(
                row.getString("connection"),
                row.getString("folder"),
                new ListedFile(row.getString("name"), row.getString("state")),
                row.getLong("size"),
                new ContentHash(row.getString("content")),
                row.getOffsetDateTime("taken_at").toInstant());
    }
}
