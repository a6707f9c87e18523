package io.mlconnector.postgres.journal;

import io.mlconnector.domain.flow.Decision;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.JobRule;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.Change;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.NewDocument;
import io.mlconnector.ports.stored.StoredForm;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inserts and changes rows of documents, within a transaction of the caller's. */
final class Documents {

    private final StoredForm form;

    Documents(StoredForm form) {
        this.form = form;
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
    record Entry(
            @Nullable String file,
            @Nullable String dedupeKey,
            @Nullable String duplicateOf,
            FlowState state,
            List<HistoryEntry> history) {}

    /** Inserts the row alone: payloads are stored before, the history is appended last. */
    Future<Void> insert(SqlConnection connection, NewDocument document, Entry entry, Instant now) {
        Optional<Problem> reason = entry.state().reason();
        BusinessKeys keys = document.keys();
        return connection
                .preparedQuery("""
                                insert into document (id, connection, partner, direction, type, dedupe_key, fingerprint,
                                  sequence_key, legal_entity, order_number, confirmation_number, invoice_number,
                                  control_number, group_number, transaction_set_number, file_name, condition, stage,
                                  validity, acknowledgement, reason, cause_key, state, content, file, duplicate_of,
                                  created_at, changed_at, due_at)
                                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                                  $19, 'none', $20::text::jsonb, $21, $22::text::jsonb, $23, $24, $25, $26, $26, $27)
                                """)
                .execute(tuple(
                        document.id().text(),
                        document.connection(),
                        document.partner(),
                        document.direction().word(),
                        document.type(),
                        entry.dedupeKey(),
                        document.fingerprint().map(ContentHash::hex).orElse(null),
                        document.sequenceKey().orElse(null),
                        keys.legalEntity(),
                        keys.orderNumber(),
                        keys.confirmationNumber(),
                        keys.invoiceNumber(),
                        keys.controlNumber(),
                        keys.groupNumber(),
                        keys.transactionSetNumber(),
                        keys.fileName(),
                        entry.state().condition().word(),
                        entry.state().stage().word(),
                        document.validity().word(),
                        reason.map(form::write).orElse(null),
                        reason.map(Problem::causeKey).orElse(null),
                        form.write(entry.state()),
                        document.content().map(payload -> payload.hash().hex()).orElse(null),
                        entry.file(),
                        entry.duplicateOf(),
                        Rows.at(now),
                        entry.state().condition().settled() ? null : Rows.at(now)))
                .mapEmpty();
    }

    /** A locked document: its epoch, whether it is claimed, and the end of its history. */
    record Locked(long epoch, boolean claimed, @Nullable Instant claimedUntil, History.Last last) {

        boolean claimedAt(Instant now) {
            return claimedUntil != null && now.isBefore(claimedUntil);
        }
    }

    /** Locks a document until the transaction ends; empty if there is none. */
    static Future<Optional<Locked>> lock(SqlConnection connection, DocumentId id) {
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
    static Future<Acknowledgement> acknowledgement(SqlConnection connection, DocumentId id) {
        return connection
                .preparedQuery("select acknowledgement from document where id = $1")
                .execute(Tuple.of(id.text()))
                .map(rows -> Rows.acknowledgement(rows.iterator().next()));
    }

    /** Changes what the partner said of a locked document, if anything. */
    static Future<Void> note(SqlConnection connection, DocumentId id, Optional<String> acknowledgement, Instant now) {
        return connection
                .preparedQuery("""
                        update document set acknowledgement = coalesce($2, acknowledgement), changed_at = $3 where id = $1
                        """)
                .execute(tuple(id.text(), acknowledgement.orElse(null), Rows.at(now)))
                .mapEmpty();
    }

    /** Moves a locked document that nobody has claimed; a worker that still believes it holds the claim can no longer commit. */
    Future<Void> move(SqlConnection connection, DocumentId id, History.Last last, Change change, Instant now) {
        return write(connection, id, change.unclaimed(), now, Duration.ZERO)
                .compose(ignored ->
                        connection.preparedQuery("""
                                update document set epoch = epoch + 1, due_at = case when $2 then due_at else $3 end
                                where id = $1
                                """).execute(Tuple.of(id.text(), change.resting(), Rows.at(now))))
                .compose(ignored -> History.append(connection, id, last, change.history()));
    }

    /**
     * Moves a document that nobody has claimed because another one arrived.
     *
     * @param keepsKey whether it keeps its dedupe key
     * @return what is to be appended to its history, last of all
     */
    Future<History.Addition> moveFor(
            SqlConnection connection, DocumentId id, Decision decision, boolean keepsKey, Instant now) {
        Change change = Change.of(decision);
        return lock(connection, id)
                .compose(locked -> write(connection, id, change, now, Duration.ZERO)
                        .compose(ignored -> connection.preparedQuery("""
                                        update document set epoch = epoch + 1,
                                          dedupe_key = case when $2 then dedupe_key end where id = $1
                                        """).execute(Tuple.of(id.text(), keepsKey)))
                        .map(ignored -> new History.Addition(
                                id, locked.map(Locked::last).orElse(History.Last.NONE), change.history())));
    }

    /** Changes a locked document. */
    Future<Void> change(
            SqlConnection connection, DocumentId id, History.Last last, Change change, Instant now, Duration lease) {
        return write(connection, id, change, now, lease)
                .compose(ignored -> History.append(connection, id, last, change.history()));
    }

    /** All of a change but its history, which is appended last. */
    private Future<Void> write(SqlConnection connection, DocumentId id, Change change, Instant now, Duration lease) {
        FlowState state = change.state();
        Optional<Problem> reason = state.reason();
        boolean waits = change.resting() && change.dueAt().isPresent() && state.condition() == Condition.MOVING;
        String content = change.content() < 0
                ? null
                : change.payloads().get(change.content()).hash().hex();
        BusinessKeys keys = change.keys().orElse(BusinessKeys.NONE);
        return History.store(connection, change.payloads(), now)
                .compose(ignored -> connection
                        .preparedQuery("""
                                update document set condition = $2, stage = $3, reason = $4::text::jsonb, cause_key = $5,
                                  state = $6::text::jsonb, due_at = $7,
                                  claimed_by = case when $8 then null else claimed_by end,
                                  claimed_until = case when $8 then null else $9::timestamptz end,
                                  content = coalesce($10, content), partner = coalesce($11, partner),
                                  type = coalesce($12, type),
                                  job_key = case when $26 then null else coalesce($13, job_key) end,
                                  acknowledgement = case when $14 = 'awaited' and acknowledgement <> 'none'
                                    then acknowledgement else coalesce($14, acknowledgement) end,
                                  duplicate_of = case when $2 = 'duplicate' then coalesce($15, duplicate_of) end,
                                  legal_entity = case when $16 then $17 else legal_entity end,
                                  order_number = case when $16 then $18 else order_number end,
                                  confirmation_number = case when $16 then $19 else confirmation_number end,
                                  invoice_number = case when $16 then $20 else invoice_number end,
                                  control_number = case when $16 then $21 else control_number end,
                                  group_number = case when $16 then $22 else group_number end,
                                  transaction_set_number = case when $16 then $23 else transaction_set_number end,
                                  file_name = case when $16 then $24 else file_name end,
                                  validity = case when $3 in ('encoded', 'delivered', 'checked', 'posted')
                                    then 'valid' else coalesce($27, validity) end,
                                  changed_at = $25
                                where id = $1
                                """)
                        .execute(tuple(
                                id.text(),
                                (waits ? Condition.WAITING : state.condition()).word(),
                                state.stage().word(),
                                reason.map(form::write).orElse(null),
                                reason.map(Problem::causeKey).orElse(null),
                                form.write(state),
                                Rows.at(change.dueAt()),
                                change.resting(),
                                Rows.at(now.plus(lease)),
                                content,
                                change.partner().orElse(null),
                                change.type().orElse(null),
                                change.jobKey().orElse(null),
                                change.acknowledgement()
                                        .map(Acknowledgement::word)
                                        .orElse(null),
                                state.duplicateOf().map(DocumentId::text).orElse(null),
                                change.keys().isPresent(),
                                keys.legalEntity(),
                                keys.orderNumber(),
                                keys.confirmationNumber(),
                                keys.invoiceNumber(),
                                keys.controlNumber(),
                                keys.groupNumber(),
                                keys.transactionSetNumber(),
                                keys.fileName(),
                                Rows.at(now),
                                JobRule.givenUp(change.state()),
                                change.validity().map(Validity::word).orElse(null)))
                        .mapEmpty());
    }

    static Optional<Row> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
    }

    static Tuple tuple(@Nullable Object... values) {
        Tuple tuple = Tuple.tuple();
        for (Object value : values) {
            tuple.addValue(value instanceof String text ? StorableText.json(StorableText.of(text)) : value);
        }
        return tuple;
    }
}
