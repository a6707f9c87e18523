package io.mlconnector.postgres.journal.table;

import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.domain.words.Acknowledgement;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.ports.journal.Claim;
import io.mlconnector.ports.journal.document.Attention;
import io.mlconnector.ports.journal.document.BusinessKeys;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.document.Worth;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.ports.stored.StoredForm;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns rows of the journal's tables into values. */
public final class Rows {

    private final StoredForm form;

    /**
     * Rows of a journal.
     *
     * @param form how states and problems are written down
     */
    public Rows(StoredForm form) {
        this.form = form;
    }

    /** A time as a column holds it. */
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(Rows::at).orElse(null);
    }

    /** A document that was just taken; the row has {@link Columns#DOCUMENT}. */
    public Claim claim(Row row) {
        return new Claim(
                new DocumentId(row.getString("id")),
                row.getLong("epoch"),
                row.getString("connection"),
                row.getString("partner"),
                row.getString("type"),
                keys(row),
                form.readState(row.getString("state")),
                hash(row),
                Optional.ofNullable(row.getString("sequence_key")));
    }

    /** A document; the row has {@link Columns#DOCUMENT}. */
    public DocumentRecord document(Row row) {
        Condition condition = Condition.of(row.getString("condition"));
        return new DocumentRecord(
                new DocumentId(row.getString("id")),
                row.getString("connection"),
                row.getString("partner"),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                row.getString("type"),
                keys(row),
                condition,
                Stage.of(row.getString("stage")),
                Validity.valueOf(row.getString("validity").toUpperCase(Locale.ROOT)),
                acknowledgement(row),
                Optional.ofNullable(row.getString("reason")).map(form::readProblem),
                form.readState(row.getString("state")),
                hash(row),
                Optional.ofNullable(row.getString("file")).map(DocumentId::new),
                Optional.ofNullable(row.getString("duplicate_of")).map(DocumentId::new),
                row.getInteger("attempts"),
                // On others it says only that the document may be taken now.
                instant(row, "due_at").filter(at -> condition == Condition.WAITING || condition == Condition.UNKNOWN),
                instant(row, "created_at").orElseThrow(),
                instant(row, "changed_at").orElseThrow(),
                instant(row, "since").orElseThrow(),
                new Attention(Optional.ofNullable(row.getString("assignee")), instant(row, "snoozed_until")));
    }

    private static BusinessKeys keys(Row row) {
        return new BusinessKeys(
                row.getString("legal_entity"),
                row.getString("order_number"),
                row.getString("confirmation_number"),
                row.getString("invoice_number"),
                row.getString("control_number"),
                row.getString("group_number"),
                row.getString("transaction_set_number"),
                row.getString("file_name"),
                Optional.ofNullable(row.getBigDecimal("amount"))
                        .map(amount -> new Worth(
                                amount, row.getString("currency"), Optional.ofNullable(row.getLocalDate("due")))));
    }

    private static Optional<ContentHash> hash(Row row) {
        return Optional.ofNullable(row.getString("content")).map(ContentHash::new);
    }

    /** The time in a column; empty if it is null. */
    public static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    /** A file; the row has {@link Columns#FILE}. */
    public FileRecord file(Row row) {
        return new FileRecord(
                new DocumentId(row.getString("id")),
                row.getString("connection"),
                row.getString("partner"),
                row.getString("folder"),
                row.getString("remote_id"),
                row.getString("name"),
                row.getString("state"),
                row.getLong("size"),
                new ContentHash(row.getString("content")),
                Optional.ofNullable(row.getString("problem")).map(form::readProblem),
                row.getInteger("documents"),
                row.getInteger("answers"),
                instant(row, "taken_at").orElseThrow(),
                row.getOffsetDateTime("removal_intended_at") != null,
                row.getOffsetDateTime("removed_at") != null);
    }

    /** An entry of a history; the row has {@link Columns#ENTRY}. */
    public static RecordedEntry entry(Row row) {
        Map<String, String> details = new LinkedHashMap<>();
        new JsonObject(row.getString("details"))
                .forEach(detail -> details.put(detail.getKey(), String.valueOf(detail.getValue())));
        String[] payloads = row.getArrayOfStrings("payloads");
        return new RecordedEntry(
                row.getLong("number"),
                new HistoryEntry(
                        instant(row, "at").orElseThrow(),
                        row.getString("actor"),
                        row.getString("event"),
                        row.getString("message"),
                        details,
                        Arrays.stream(payloads).map(ContentHash::new).toList()),
                row.getString("hash"));
    }

    /** What the partner said. */
    static Acknowledgement acknowledgement(Row row) {
        return Acknowledgement.valueOf(
                row.getString("acknowledgement").toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
