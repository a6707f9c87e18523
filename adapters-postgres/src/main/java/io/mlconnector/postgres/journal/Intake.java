package io.mlconnector.postgres.journal;

import io.mlconnector.domain.intake.Repetition;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Note;
import io.mlconnector.ports.journal.file.FilePart;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.file.Received;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.StoredForm;
import io.mlconnector.postgres.journal.table.Documents;
import io.mlconnector.postgres.journal.table.History;
import io.mlconnector.postgres.journal.table.PostgresText;
import io.mlconnector.postgres.journal.table.Rows;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Enters documents and files, and distinguishes new documents from repeated ones, within a transaction of the caller's. */
final class Intake {

    /** Nobody moves an earlier document while it is decided what its resend means. */
    private static final String LOCKED = " for update";

    private final Documents rows;
    private final StoredForm form;

    Intake(Documents rows, StoredForm form) {
        this.rows = rows;
        this.form = form;
    }

    Future<List<DocumentId>> announce(SqlConnection connection, List<NewDocument> documents, Instant now) {
        return TransactionLock.ENTERING
                .acquire(connection)
                .compose(turn -> owners(connection, documents, ""))
                .compose(owners -> {
                    List<Entering> fresh = new ArrayList<>();
                    for (NewDocument document : documents) {
                        entering(document, owners, now).ifPresent(one -> {
                            Entering.key(one).ifPresent(key -> owners.put(key, earlier(one)));
                            fresh.add(new Entering(
                                    one,
                                    new Documents.Entry(
                                            null, Entering.key(one).orElse(null), null, one.state(), one.history())));
                        });
                    }
                    return History.store(connection, Entering.contents(fresh), now)
                            .compose(ignored -> insert(connection, fresh, now))
                            .compose(ignored -> History.append(connection, Entering.histories(fresh)))
                            .map(ignored -> fresh.stream()
                                    .map(entering -> entering.document().id())
                                    .toList());
                });
    }

    /** What of an announced document is entered; empty if nothing is. */
    private static Optional<NewDocument> entering(
            NewDocument document, Map<String, Repetition.Earlier> owners, Instant now) {
        return Entering.key(document)
                .flatMap(key -> Optional.ofNullable(owners.get(key)))
                .map(earlier -> document.ofOtherContent(earlier, now)
                        .filter(other ->
                                Entering.key(other).filter(owners::containsKey).isEmpty()))
                .orElseGet(() -> Optional.of(document));
    }

    private static Repetition.Earlier earlier(NewDocument document) {
        return new Repetition.Earlier(document.id(), document.fingerprint(), document.state());
    }

    Future<Received> receive(
            SqlConnection connection, NewFile file, List<NewDocument> documents, List<Note> notes, Instant now) {
        return TransactionLock.ENTERING
                .acquire(connection)
                .compose(ignored -> enter(
                        connection,
                        documents,
                        notes,
                        new OfFile(
                                file.id(),
                                new History.Addition(file.id(), History.Last.NONE, file.history()),
                                List.of(file.content()),
                                () -> insert(connection, file, documents, false)),
                        now));
    }

    /** A file whose documents follow in parts. */
    Future<Void> receiveInParts(SqlConnection connection, NewFile file, byte[] deflated, Instant now) {
        return History.store(connection, file.content(), deflated, now)
                .compose(ignored -> insert(connection, file, List.of(), true))
                .compose(ignored -> History.append(connection, file.id(), History.Last.NONE, file.history()));
    }

    /** A part of such a file; empty if it was entered before. */
    Future<Optional<Received>> enter(SqlConnection connection, FilePart part, Instant now) {
        return TransactionLock.ENTERING
                .acquire(connection)
                .compose(ignored -> connection
                        .preparedQuery("""
                                update file set entered_to = $3, documents = documents + $4, answers = answers + $6,
                                  problem = coalesce($5::text::jsonb, problem)
                                where id = $1 and entered_to = $2 returning id
                                """)
                        .execute(Documents.tuple(
                                part.file().text(),
                                part.from(),
                                part.next().isPresent() ? part.next().getAsLong() : null,
                                going(Direction.INBOUND, part.documents()),
                                part.problem().map(form::write).orElse(null),
                                going(Direction.OUTBOUND, part.documents()))))
                .compose(moved -> moved.size() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : History.last(connection, part.file())
                                .compose(last -> enter(
                                        connection,
                                        part.documents(),
                                        part.notes(),
                                        new OfFile(
                                                part.file(),
                                                new History.Addition(part.file(), last, part.history()),
                                                List.of(),
                                                Future::succeededFuture),
                                        now))
                                .map(Optional::of));
    }

    /** What is written of the file itself, beside its documents. */
    private record OfFile(
            DocumentId id, History.Addition history, List<Payload> payloads, Supplier<Future<Void>> insert) {}

    private Future<Received> enter(
            SqlConnection connection, List<NewDocument> documents, List<Note> notes, OfFile file, Instant now) {
        return owners(connection, documents, LOCKED).compose(owners -> {
            Arrivals arrivals = Arrivals.of(file.id(), documents, owners, now);
            List<Payload> payloads = new ArrayList<>(Entering.contents(arrivals.all()));
            payloads.addAll(file.payloads());
            List<History.Addition> histories = new ArrayList<>();
            histories.add(file.history());
            histories.addAll(Entering.histories(arrivals.all()));
            return note(connection, arrivals.counting(notes), now)
                    .onSuccess(histories::addAll)
                    .compose(ignored -> History.store(connection, payloads, now))
                    .compose(ignored -> file.insert().get())
                    .compose(ignored -> moveEarlier(connection, arrivals.earlier(), now))
                    .onSuccess(histories::addAll)
                    .compose(ignored -> insert(connection, arrivals.all(), now))
                    .compose(ignored -> History.append(connection, histories))
                    .map(ignored -> arrivals.received());
        });
    }

    /** Changes what the partner said of earlier documents; what it adds to their histories is appended last. */
    private static Future<List<History.Addition>> note(SqlConnection connection, List<Note> notes, Instant now) {
        Map<DocumentId, List<Note>> byDocument = new TreeMap<>();
        notes.forEach(note -> byDocument
                .computeIfAbsent(note.document(), ignored -> new ArrayList<>())
                .add(note));
        Future<List<History.Addition>> all = Future.succeededFuture(new ArrayList<>());
        for (Map.Entry<DocumentId, List<Note>> entry : byDocument.entrySet()) {
            all = all.compose(additions -> Documents.lock(connection, entry.getKey())
                    .compose(locked -> locked.isEmpty()
                            ? Future.succeededFuture(additions)
                            : note(connection, entry.getKey(), entry.getValue(), now)
                                    .map(ignored -> {
                                        additions.add(new History.Addition(
                                                entry.getKey(),
                                                locked.get().last(),
                                                entry.getValue().stream()
                                                        .map(Note::entry)
                                                        .toList()));
                                        return additions;
                                    })));
        }
        return all;
    }

    private static Future<Void> note(SqlConnection connection, DocumentId id, List<Note> notes, Instant now) {
        return Documents.acknowledgement(connection, id).compose(before -> {
            Acknowledgement said = before;
            for (Note note : notes) {
                said = note.after(said);
            }
            return Documents.note(connection, id, Optional.of(said.word()), now);
        });
    }

    private Future<Void> insert(SqlConnection connection, List<Entering> all, Instant now) {
        Future<Void> inserted = Future.succeededFuture();
        for (Entering entering : all) {
            inserted = inserted.compose(ignored -> rows.insert(connection, entering.document(), entering.entry(), now));
        }
        return inserted;
    }

    private Future<Void> insert(SqlConnection connection, NewFile file, List<NewDocument> documents, boolean inParts) {
        return connection
                .preparedQuery("""
                        insert into file (id, connection, partner, folder, remote_id, name, state, size, content, problem,
                          documents, remove_afterwards, taken_at, entered_to, answers)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11, $12, $13, $14, $15)
                        """)
                .execute(Documents.tuple(
                        file.id().text(),
                        file.connection(),
                        file.partner(),
                        file.folder(),
                        file.remoteId(),
                        file.name(),
                        file.state(),
                        (long) file.content().bytes().length,
                        file.content().hash().hex(),
                        file.problem().map(form::write).orElse(null),
                        going(Direction.INBOUND, documents),
                        file.removeAfterwards(),
                        Rows.at(file.takenAt()),
                        inParts ? 0L : null,
                        going(Direction.OUTBOUND, documents)))
                .mapEmpty();
    }

    /** How many came in a file, or were answered to it. */
    private static int going(Direction direction, List<NewDocument> documents) {
        return (int) documents.stream()
                .filter(document -> document.direction() == direction)
                .count();
    }

    private Future<Map<String, Repetition.Earlier>> owners(
            SqlConnection connection, List<NewDocument> documents, String locked) {
        String[] keys = documents.stream()
                .flatMap(document -> Stream.of(document.dedupeKey(), document.otherContentKey())
                        .flatMap(Optional::stream)
                        .map(PostgresText::of)
                        .map(PostgresText::json))
                .distinct()
                .toArray(String[]::new);
        if (keys.length == 0) {
            return Future.succeededFuture(new HashMap<>());
        }
        // Nobody moves an earlier document while it is decided what its resend means.
        return connection.preparedQuery("""
                        select id, dedupe_key, fingerprint, state::text as state from document
                        where dedupe_key = any ($1) order by id for update
                        """).execute(Tuple.of(keys)).map(rows -> {
            Map<String, Repetition.Earlier> owners = new HashMap<>();
            for (Row row : rows) {
                owners.put(
                        row.getString("dedupe_key"),
                        new Repetition.Earlier(
                                new DocumentId(row.getString("id")),
                                Optional.ofNullable(row.getString("fingerprint"))
                                        .map(ContentHash::new),
                                form.readState(row.getString("state"))));
            }
            return owners;
        });
    }

    /** Moves earlier documents, which may free their keys; what it adds to their histories is appended last. */
    private Future<List<History.Addition>> moveEarlier(
            SqlConnection connection, List<Arrivals.Move> moves, Instant now) {
        Future<List<History.Addition>> all = Future.succeededFuture(new ArrayList<>());
        for (Arrivals.Move move : moves) {
            all = all.compose(additions -> rows.moveFor(connection, move.id(), move.decision(), move.keepsKey(), now)
                    .map(addition -> {
                        additions.add(addition);
                        return additions;
                    }));
        }
        return all;
    }
}
