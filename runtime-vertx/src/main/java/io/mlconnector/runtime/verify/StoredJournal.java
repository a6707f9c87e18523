package io.mlconnector.runtime.verify;

import io.mlconnector.domain.flow.Condition;
import io.mlconnector.ports.audit.Finding;
import io.mlconnector.runtime.audit.JournalAudit;
import io.mlconnector.runtime.audit.Verdict;
import io.mlconnector.runtime.database.DatabaseAddress;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What daemons have stored, read straight from the database. */
final class StoredJournal {

    private final Vertx vertx;
    private final Pool pool;

    StoredJournal(Vertx vertx, DatabaseAddress address) {
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
     * A document as it stands.
     *
     * @param reason code of the reason for which it stands still, empty if none
     */
    record Document(
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

        boolean outbound() {
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
    record Entry(String owner, Instant at, String event) {}

    List<Document> documents() {
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
    List<Entry> entries() {
        return rows(
                "select owner, at, event from journal_entry order by position",
                row -> new Entry(
                        row.getString("owner"), row.getOffsetDateTime("at").toInstant(), row.getString("event")));
    }

    /** Names of all files that were taken. */
    Set<String> files() {
        return Set.copyOf(rows("select name from file", row -> row.getString("name")).stream()
                .collect(Collectors.toSet()));
    }

    /** Documents that somebody would go on with at once: none that waits for an earlier one of its order. */
    Set<String> moving() {
        return Set.copyOf(rows("""
                        select d.id from document d where d.condition = 'moving'
                          and (d.sequence_key is null or not exists (
                            select 1 from document e where e.sequence_key = d.sequence_key and e.id < d.id
                              and e.condition in ('moving', 'waiting', 'unknown')))
                        """, row -> row.getString("id")));
    }

    /** Verifies the history and every stored payload. */
    Verdict verify(Consumer<Finding> findings) {
        return Waiting.await(new JournalAudit(vertx, pool).verify(Optional.empty(), true, findings));
    }

    private <T> List<T> rows(String sql, Function<Row, T> read) {
        Future<List<T>> all = pool.query(sql).execute().map(rows -> {
            List<T> list = new ArrayList<>();
            rows.forEach(row -> list.add(read.apply(row)));
            return list;
        });
        return Waiting.await(all, Duration.ofSeconds(30));
    }

    void close() {
        Waiting.await(pool.close());
    }
}
