package io.mlconnector.postgres.journal.table;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.intake.JobRule;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.Amendment;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.Next;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.journal.document.Worth;
import io.mlconnector.ports.stored.StoredForm;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inserts and changes rows of documents, within a transaction of the caller's. */
public final class Documents {

    /** What came so far keeps the rules of its format. */
    private static final Set<Stage> PROVED_VALID =
            EnumSet.of(Stage.ENCODED, Stage.DELIVERED, Stage.CHECKED, Stage.POSTED);

    private final StoredForm form;
    private final Rows rows;

    /**
     * Documents of a journal.
     *
     * @param form how states and problems are written down
     */
    public Documents(StoredForm form) {
        this.form = form;
        this.rows = new Rows(form);
    }

    /**
     * What is stored of a new document besides what it brings itself.
     *
     * @param file the file it came in; null if none
     * @param dedupeKey null if it does not own its key
     * @param duplicateOf null if it repeats none
     * @param state where it begins
     * @param history what is known at the beginning
     */
    public record Entry(
            @Nullable String file,
            @Nullable String dedupeKey,
            @Nullable String duplicateOf,
            FlowState state,
            List<HistoryEntry> history) {}

    /** Inserts the row alone: payloads are stored before, the history is appended last. */
    public Future<Void> insert(SqlConnection connection, NewDocument document, Entry entry, Instant now) {
        Optional<Problem> reason = entry.state().reason();
        Assignments columns = new Assignments()
                .set("id", document.id().text())
                .set("connection", document.connection())
                .set("partner", document.partner())
                .set("direction", document.direction().word())
                .set("type", document.type())
                .set("dedupe_key", entry.dedupeKey())
                .set("fingerprint", document.fingerprint().map(ContentHash::hex).orElse(null))
                .set("sequence_key", document.sequenceKey().orElse(null))
                .set("condition", entry.state().condition().word())
                .set("stage", entry.state().stage().word())
                .set("validity", document.validity().word())
                .set("acknowledgement", Acknowledgement.NONE.word())
                .set("reason", "?::text::jsonb", reason.map(form::write).orElse(null))
                .set("cause_key", reason.map(Problem::causeKey).orElse(null))
                .set("state", "?::text::jsonb", form.write(entry.state()))
                .set(
                        "content",
                        document.content().map(payload -> payload.hash().hex()).orElse(null))
                .set("file", entry.file())
                .set("duplicate_of", entry.duplicateOf())
                .set("created_at", Rows.at(now))
                .set("changed_at", Rows.at(now))
                .set("due_at", entry.state().condition().settled() ? null : Rows.at(now));
        numbers(columns, document.keys());
        Future<RowSet<Row>> row =
                connection.preparedQuery(columns.insertInto("document")).execute(columns.values());
        // Sent at once, and done after the other one.
        Future<Void> texts = SearchTexts.insert(connection, document.id(), document.searchText());
        return Future.all(row, texts).mapEmpty();
    }

    private static void numbers(Assignments columns, BusinessKeys keys) {
        columns.set("legal_entity", keys.legalEntity())
                .set("order_number", keys.orderNumber())
                .set("confirmation_number", keys.confirmationNumber())
                .set("invoice_number", keys.invoiceNumber())
                .set("control_number", keys.controlNumber())
                .set("group_number", keys.groupNumber())
                .set("transaction_set_number", keys.transactionSetNumber())
                .set("file_name", keys.fileName())
                .set("amount", keys.worth().map(Worth::amount).orElse(null))
                .set("currency", keys.worth().map(Worth::currency).orElse(null))
                .set("due", keys.worth().flatMap(Worth::due).orElse(null));
    }

    /** One document as it is stored. */
    public Future<Optional<DocumentRecord>> find(SqlConnection connection, DocumentId id) {
        return connection
                .preparedQuery("select " + Columns.DOCUMENT + " from document d where d.id = $1")
                .execute(Tuple.of(id.text()))
                .map(found -> first(found).map(rows::document));
    }

    /**
     * A locked document.
     *
     * @param epoch how often it was taken, or taken away from whoever had it
     * @param claimed whether somebody works on it, or did until the claim ran out
     * @param claimedUntil when the claim runs out; null if there is none
     * @param last the end of its history
     */
    public record Locked(
            long epoch, boolean claimed, @Nullable Instant claimedUntil, History.Last last) {

        /** Whether somebody works on it at that time. */
        public boolean claimedAt(Instant now) {
            return claimedUntil != null && now.isBefore(claimedUntil);
        }
    }

    /** Locks a document until the transaction ends; empty if there is none. */
    public static Future<Optional<Locked>> lock(SqlConnection connection, DocumentId id) {
        Future<RowSet<Row>> locked = connection
                .preparedQuery("select epoch, claimed_by, claimed_until from document where id = $1 for update")
                .execute(Tuple.of(id.text()));
        // A statement of its own, sent at once: it must see what the transaction that the first one waited for has
        // committed.
        Future<History.Last> last = History.last(connection, id);
        return Future.all(locked, last)
                .map(ignored -> first(locked.result())
                        .map(row -> new Locked(
                                row.getLong("epoch"),
                                row.getString("claimed_by") != null,
                                Rows.instant(row, "claimed_until").orElse(null),
                                last.result())));
    }

    /** What the partner said of a locked document so far. */
    public static Future<Acknowledgement> acknowledgement(SqlConnection connection, DocumentId id) {
        return connection
                .preparedQuery("select acknowledgement from document where id = $1")
                .execute(Tuple.of(id.text()))
                .map(rows -> Rows.acknowledgement(rows.iterator().next()));
    }

    /** Changes what the partner said of a locked document, if anything. */
    public static Future<Void> note(
            SqlConnection connection, DocumentId id, Optional<String> acknowledgement, Instant now) {
        return connection
                .preparedQuery("""
                        update document set acknowledgement = coalesce($2, acknowledgement), changed_at = $3 where id = $1
                        """)
                .execute(tuple(id.text(), acknowledgement.orElse(null), Rows.at(now)))
                .mapEmpty();
    }

    /** Moves a locked document that nobody has claimed; a worker that still believes it holds the claim can no longer commit. */
    public Future<Void> move(SqlConnection connection, DocumentId id, History.Last last, Change change, Instant now) {
        Assignments columns = unclaimed(columns(change, now), change, now);
        return write(connection, id, columns, change, now)
                .compose(ignored -> History.append(connection, id, last, change.history()));
    }

    /**
     * Moves a document that nobody has claimed because another one was received.
     *
     * @param keepsKey whether it keeps its dedupe key
     * @return what is to be appended to its history, last of all
     */
    public Future<History.Addition> moveFor(
            SqlConnection connection, DocumentId id, Decision decision, boolean keepsKey, Instant now) {
        Change change = Change.of(decision);
        Assignments columns = unclaimed(columns(change, now), change, now);
        if (!keepsKey) {
            columns.set("dedupe_key", null);
        }
        return lock(connection, id)
                .compose(locked -> write(connection, id, columns, change, now)
                        .map(ignored -> new History.Addition(
                                id, locked.map(Locked::last).orElse(History.Last.NONE), change.history())));
    }

    /** Changes a locked document that is claimed. */
    public Future<Void> change(
            SqlConnection connection, DocumentId id, History.Last last, Change change, Instant now, Duration lease) {
        Assignments columns = columns(change, now);
        if (change.resting()) {
            columns.set("claimed_by", null).set("claimed_until", null);
        } else {
            columns.set("claimed_until", Rows.at(now.plus(lease)));
        }
        columns.set("due_at", dueAt(change, Optional.empty()));
        return write(connection, id, columns, change, now)
                .compose(ignored -> History.append(connection, id, last, change.history()));
    }

    private static Assignments unclaimed(Assignments columns, Change change, Instant now) {
        return columns.computed("epoch", "epoch + 1")
                .set("claimed_by", null)
                .set("claimed_until", null)
                .set("due_at", dueAt(change, Optional.of(now)));
    }

    private static @Nullable Object dueAt(Change change, Optional<Instant> ifGoingOn) {
        return Rows.at(
                switch (change.next()) {
                    case Next.TakeUp(Instant at) -> Optional.of(at);
                    case Next.GoOn ignored -> ifGoingOn;
                    case Next.Rest ignored -> Optional.<Instant>empty();
                });
    }

    /** What a change says of the document, leaving aside who works on it and when. */
    private Assignments columns(Change change, Instant now) {
        FlowState state = change.state();
        Optional<Problem> reason = state.reason();
        boolean waits = change.next() instanceof Next.TakeUp && state.condition() == Condition.MOVING;
        Assignments columns = new Assignments()
                .set("condition", (waits ? Condition.WAITING : state.condition()).word())
                .set("stage", state.stage().word())
                .set("reason", "?::text::jsonb", reason.map(form::write).orElse(null))
                .set("cause_key", reason.map(Problem::causeKey).orElse(null))
                .set("state", "?::text::jsonb", form.write(state))
                .set("changed_at", Rows.at(now));
        if (state.condition() != Condition.DUPLICATE) {
            columns.set("duplicate_of", null);
        } else {
            state.duplicateOf().ifPresent(other -> columns.set("duplicate_of", other.text()));
        }
        change.last(Amendment.NewContent.class)
                .ifPresent(content ->
                        columns.set("content", content.payload().hash().hex()));
        change.last(Amendment.Exchange.class)
                .ifPresent(
                        exchange -> columns.set("partner", exchange.partner()).set("type", exchange.type()));
        change.last(Amendment.Numbers.class).ifPresent(numbers -> numbers(columns, numbers.keys()));
        change.last(Amendment.Answer.class).ifPresent(answer -> acknowledgement(columns, answer.acknowledgement()));
        if (JobRule.givenUp(state)) {
            columns.set("job_key", null);
        } else {
            change.last(Amendment.Job.class).ifPresent(job -> columns.set("job_key", job.key()));
        }
        if (PROVED_VALID.contains(state.stage())) {
            columns.set("validity", Validity.VALID.word());
        } else {
            change.last(Amendment.Validity.class)
                    .ifPresent(said -> columns.set("validity", said.validity().word()));
        }
        return columns;
    }

    /** A partner may be faster than the proof that the file arrived: what was answered is not forgotten. */
    private static void acknowledgement(Assignments columns, Acknowledgement said) {
        columns.set(
                "acknowledgement",
                said == Acknowledgement.AWAITED
                        ? "case when acknowledgement = 'none' then ? else acknowledgement end"
                        : "?",
                said.word());
    }

    private static Future<Void> write(
            SqlConnection connection, DocumentId id, Assignments columns, Change change, Instant now) {
        return History.store(connection, change.payloads(), now)
                .compose(ignored -> connection
                        .preparedQuery(columns.update("document", id.text()))
                        .execute(columns.values())
                        .compose(done -> SearchTexts.change(connection, id, change)));
    }

    /** The first row of an answer; empty if it has none. */
    public static Optional<Row> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }

    /** Values of a statement, any of which may be null; texts without U+0000. */
    public static Tuple tuple(@Nullable Object... values) {
        Tuple tuple = Tuple.tuple();
        for (Object value : values) {
            tuple.addValue(value instanceof String text ? PostgresText.json(PostgresText.of(text)) : value);
        }
        return tuple;
    }
}
