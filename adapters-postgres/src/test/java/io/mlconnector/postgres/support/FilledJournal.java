package io.mlconnector.postgres.support;

import static io.mlconnector.postgres.support.Awaiting.await;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.Step;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.json.JsonStoredForm;
import io.mlconnector.ports.audit.Finding;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.file.NewFile;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.payload.Hashes;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.audit.JournalAudit;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.journal.PostgresJournal;
import io.mlconnector.testing.contract.Stages;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal with a history on a database of its own, and somebody who has that database's password. */
public final class FilledJournal implements AutoCloseable {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Vertx vertx = Vertx.vertx();
    private final DatabaseAddress address;
    private final Database database;
    private final PostgresJournal journal;

    private FilledJournal(DatabaseAddress address) {
        this.address = address;
        this.database = await(Database.open(vertx, address, () -> {}));
        this.journal = new PostgresJournal(database.pool(), InstantSource.fixed(NOON), new JsonStoredForm());
    }

    /** Without an entry. */
    public static FilledJournal empty(String name) {
        return at(TestPostgres.database(name));
    }

    /** On a database that is there; its schema is brought up to date. */
    public static FilledJournal at(DatabaseAddress address) {
        return new FilledJournal(address);
    }

    /**
     * Ten entries: file-1 at 1, in-1 at 2, in-2 at 3, out-1 at 4, out-2 at 5; then 6 out-1, 7 in-1, 8 out-1, 9 in-2,
     * 10 out-1.
     */
    public static FilledJournal written(String name) {
        FilledJournal ledger = empty(name);
        ledger.receive("file-1", "in-1", "in-2");
        ledger.announce("out-1", "out-2");
        for (String id : List.of("out-1", "in-1", "out-1", "in-2", "out-1")) {
            ledger.note(id, "It was noted.");
        }
        return ledger;
    }

    public PostgresJournal journal() {
        return journal;
    }

    public Database database() {
        return database;
    }

    public DatabaseAddress address() {
        return address;
    }

    public Vertx vertx() {
        return vertx;
    }

    /** The bytes of a text. */
    public static Payload payload(String text) {
        return Hashes.payload(Payload.X12, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An order that is not there yet. */
    public static NewDocument order(String id) {
        return document(id, Direction.OUTBOUND, new SendingState.Announced(0), Optional.empty());
    }

    /** An invoice whose bytes are its id. */
    public static NewDocument invoice(String id) {
        return document(
                id, Direction.INBOUND, new InvoiceState.Received(Set.of(), 0), Optional.of(payload("bytes of " + id)));
    }

    private static NewDocument document(
            String id, Direction direction, io.mlconnector.domain.flow.FlowState state, Optional<Payload> content) {
        return new NewDocument(
                new DocumentId(id),
                "c",
                "acme",
                direction,
                direction == Direction.OUTBOUND ? "850" : "810",
                Optional.of("key of " + id),
                content.map(Payload::hash),
                Optional.empty(),
                BusinessKeys.NONE,
                Validity.PENDING,
                state,
                content,
                List.of(new HistoryEntry(
                        NOON,
                        "daemon",
                        "entered",
                        "It was entered.",
                        Map.of("id", id),
                        content.stream().map(Payload::hash).toList())));
    }

    /** A file that is not there yet. */
    public static NewFile file(String id) {
        return new NewFile(
                new DocumentId(id),
                "c",
                "acme",
                "/in",
                "remote-" + id,
                id,
                "1",
                NOON,
                payload("bytes of " + id),
                false,
                Optional.empty(),
                List.of(HistoryEntry.entry(NOON, "taken", "It was taken.")));
    }

    public void announce(String... ids) {
        Stages.await(
                journal.announce(List.of(ids).stream().map(FilledJournal::order).toList()));
    }

    public void receive(String file, String... ids) {
        Stages.await(journal.receive(
                file(file), List.of(ids).stream().map(FilledJournal::invoice).toList()));
    }

    public void note(String id, String message) {
        Stages.await(journal.note(
                new DocumentId(id), HistoryEntry.entry(NOON, "noted", message), List.of(), Optional.empty()));
    }

    /** A person has the order done again. */
    public void replay(String id) {
        Stages.await(journal.intervene(
                new DocumentId(id),
                NOON,
                found -> Optional.of(Change.of(Decision.of(
                        new SendingState.Announced(0),
                        new Step.Prepare(),
                        HistoryEntry.entry(NOON, "replayed", "Somebody had it done again."))))));
    }

    /** Does something to the database with all its guards switched off. */
    public void tamper(String... statements) {
        await(database.pool().withTransaction(connection -> {
            var done = connection
                    .query("set local session_replication_role = replica")
                    .execute();
            for (String statement : statements) {
                done = done.compose(ignored -> connection.query(statement).execute());
            }
            return done;
        }));
    }

    /** What a verification finds. */
    public List<Finding> findings() {
        List<Finding> findings = new CopyOnWriteArrayList<>();
        await(new JournalAudit(vertx, database.pool()).verify(Optional.empty(), true, findings::add));
        return findings;
    }

    /** Where the history ends. */
    public Head head() {
        return await(new JournalAudit(vertx, database.pool()).verify(Optional.empty(), false, finding -> {}))
                .head()
                .orElseThrow();
    }

    @Override
    public void close() {
        await(database.close(vertx));
        await(vertx.close());
    }
}
