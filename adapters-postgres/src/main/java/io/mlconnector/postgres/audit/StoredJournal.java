package io.mlconnector.postgres.audit;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.audit.Finding;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.journal.table.Precedence;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What daemons have stored, read directly from the database, for a verification. */
public final class StoredJournal {

    private static final String MISSING = ProblemCode.FILE_MISSING.text();

    private final Vertx vertx;
    private final Pool pool;

    /** Connects lazily to a database that a daemon uses or used. */
    public StoredJournal(Vertx vertx, DatabaseAddress address) {
        this.vertx = vertx;
        this.pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(new PgConnectOptions()
                        .setHost(address.host())
                        .setPort(address.port())
                        .setDatabase(address.name())
                        .setUser(address.user())
                        .setPassword(address.password()))
                .using(vertx)
                .build();
    }

    /**
     * A document in its present state.
     *
     * @param reason code of the reason why it does not proceed; empty if there is none
     */
    public record Document(
            String id,
            String connection,
            String legalEntity,
            String orderNumber,
            String confirmationNumber,
            String invoiceNumber,
            String fileName,
            Condition condition,
            String reason,
            String message) {

        /** Whether it is an order that goes out. */
        public boolean outbound() {
            return !confirmationNumber.isEmpty();
        }

        @Override
        public String toString() {
            return outbound()
                    ? "confirmation " + legalEntity + "/" + confirmationNumber + " of order " + orderNumber
                    : "invoice " + invoiceNumber + " for order " + orderNumber + " in " + fileName;
        }
    }

    /** An entry of the history. */
    public record Entry(String owner, Instant at, String event) {}

    /** All documents, oldest first. */
    public Future<List<Document>> documents() {
        return rows(
                """
                        select d.*, coalesce(f.name, d.file_name) as came_as from document d
                        left join file f on f.id = d.file order by d.id
                        """,
                row -> new Document(
                        row.getString("id"),
                        row.getString("connection"),
                        row.getString("legal_entity"),
                        row.getString("order_number"),
                        row.getString("confirmation_number"),
                        row.getString("invoice_number"),
                        row.getString("came_as"),
                        Condition.of(row.getString("condition")),
                        Optional.ofNullable(row.getJsonObject("reason"))
                                .map(reason -> reason.getString("code", ""))
                                .orElse(""),
                        Optional.ofNullable(row.getJsonObject("reason"))
                                .map(reason -> reason.getString("message", ""))
                                .orElse("")));
    }

    /** In the order in which they were committed. */
    public Future<List<Entry>> entries() {
        return rows(
                "select owner, at, event from journal_entry order by position",
                row -> new Entry(
                        row.getString("owner"), row.getOffsetDateTime("at").toInstant(), row.getString("event")));
    }

    /** Names of all files that were picked up. */
    public Future<Set<String>> files() {
        return rows(
                        "select name from file where problem->>'code' is distinct from '" + MISSING + "'",
                        row -> row.getString("name"))
                .map(Set::copyOf);
    }

    /** Names of the files that are told as missing after a restoration, and were not picked up since. */
    public Future<Set<String>> missingFiles() {
        return rows(
                        "select name from file m where problem->>'code' = '" + MISSING
                                + "' and not exists (select from file f"
                                + " where f.folder = m.folder and f.name = m.name and f.id > m.id)",
                        row -> row.getString("name"))
                .map(Set::copyOf);
    }

    /** Names of the files that were recorded with a reason why they are no good. */
    public Future<Set<String>> refusedFiles() {
        return rows("select name from file where problem is not null", row -> row.getString("name"))
                .map(Set::copyOf);
    }

    /** Documents that can be processed at once, which excludes those that wait for an earlier one of the same order. */
    public Future<Set<String>> moving() {
        return rows(
                        "select d.id from document d where d.condition = 'moving' and not "
                                + Precedence.AN_EARLIER_ONE_IS_UNSETTLED,
                        row -> row.getString("id"))
                .map(Set::copyOf);
    }

    /** Verifies the history and every stored payload. */
    public Future<AuditResult> verify(Consumer<Finding> findings) {
        return new JournalAudit(vertx, pool).verify(Optional.empty(), true, findings);
    }

    private <T> Future<List<T>> rows(String sql, Function<Row, T> read) {
        return pool.query(sql).execute().map(rows -> {
            List<T> list = new ArrayList<>();
            rows.forEach(row -> list.add(read.apply(row)));
            return list;
        });
    }

    /** Closes the connections. */
    public Future<Void> close() {
        return pool.close();
    }
}
