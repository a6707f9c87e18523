package io.mlconnector.postgres.database;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.postgres.support.Awaiting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import io.mlconnector.postgres.support.FilledJournal;
import io.mlconnector.postgres.support.TestPostgres;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    private static Database open(DatabaseAddress address) {
        return await(Database.open(VERTX, address, () -> {}));
    }

    @Test
    void the_newest_version_is_that_of_the_newest_file() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(Migration.class.getResource("/db/migration"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            int newest = files.map(file -> file.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
            assertThat(Migration.NEWEST).isEqualTo(newest);
        }
    }

    @Test
    void a_database_is_brought_up_to_date_once() {
        DatabaseAddress address = TestPostgres.database("migration");
        await(open(address).close(VERTX));
        Database again = open(address);
        var rows = await(again.pool()
                .query("select count(*) as n from flyway_schema_history")
                .execute());
        assertThat(rows.iterator().next().getLong("n")).isEqualTo(Migration.NEWEST);
        await(again.close(VERTX));
    }

    @Test
    void a_database_of_a_newer_program_is_left_alone() {
        DatabaseAddress address = TestPostgres.database("newer");
        Database database = open(address);
        await(database.pool()
                .query("update flyway_schema_history set version = '99'")
                .execute());
        await(database.close(VERTX));
        assertThat(failure(Database.open(VERTX, address, () -> {})))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("99");
    }

    @Test
    void a_database_that_is_not_there_is_told_in_words() {
        DatabaseAddress there = TestPostgres.database("there");
        DatabaseAddress missing = new DatabaseAddress(there.host(), there.port(), "missing", "postgres", "s3cret");
        assertThat(failure(Database.open(VERTX, missing, () -> {})))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("missing")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void a_history_from_before_the_chain_over_all_is_taken_into_it() throws SQLException {
        DatabaseAddress address = TestPostgres.database("first");
        String url = "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name();
        Flyway.configure()
                .dataSource(url, address.user(), address.password())
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, address.user(), address.password())) {
            Instant noon = Instant.parse("2026-03-02T12:00:00Z");
            enter(connection, "b", List.of(noon, noon.plusSeconds(5)));
            // A clock was set back.
            enter(connection, "a", List.of(noon.plusSeconds(1), noon.minusSeconds(60), noon.plusSeconds(9)));
        }
        try (FilledJournal ledger = FilledJournal.at(address)) {
            assertThat(ledger.findings()).isEmpty();
            assertThat(ledger.head().position()).isEqualTo(5);
            ledger.note("a", "It goes on.");
            ledger.announce("c");
            assertThat(ledger.findings()).isEmpty();
            List<String> order = new ArrayList<>();
            await(ledger.database()
                            .pool()
                            .query("select owner || number as entry from journal_entry order by position")
                            .execute())
                    .forEach(row -> order.add(row.getString("entry")));
            assertThat(order).containsExactly("b1", "a1", "a2", "b2", "a3", "a4", "c1");
        }
    }

    @Test
    void what_stood_still_before_its_reason_was_looked_for_with_its_texts_is_found_by_it() throws SQLException {
        DatabaseAddress address = TestPostgres.database("reasons");
        Migration.upTo(address, 23);
        String url = "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name();
        try (Connection connection = DriverManager.getConnection(url, address.user(), address.password());
                Statement statement = connection.createStatement()) {
            enter(connection, "a", List.of());
            statement.execute(
                    "update document set condition = 'failed', reason = '{\"message\": \"The unit is not known.\"}',"
                            + " cause_key = 'unit'");
            statement.execute(
                    "insert into document_text (document, numbers, content) values ('a', 'a', 'Hex bolt M8')");
        }
        Database database = open(address);
        var rows = await(database.pool()
                .query("select particulars || '; ' || content || ';' || short as text from document_text")
                .execute());
        assertThat(rows.iterator().next().getString("text"))
                .contains("The unit is not known.")
                .contains("Hex bolt M8")
                .contains(" is ");
        await(database.close(VERTX));
    }

    private static void enter(Connection connection, String id, List<Instant> times) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into journal_entry values (?, ?, ?::timestamptz, 'daemon', 'e', 'm', '{}', '{}', ?)")) {
            statement.execute("insert into document (id, connection, partner, direction, type, legal_entity,"
                    + " order_number, confirmation_number, invoice_number, control_number, group_number,"
                    + " transaction_set_number, file_name, condition, stage, validity, acknowledgement, state,"
                    + " created_at, changed_at) values ('" + id + "', 'c', 'p', 'outbound', '850', '', '', '', '', '',"
                    + " '', '', '', 'done', 'delivered', 'valid', 'none', '{}', now(), now())");
            String hash = HistoryChain.START;
            for (int i = 0; i < times.size(); i++) {
                hash = HistoryChain.link(hash, new DocumentId(id), i + 1L, HistoryEntry.entry(times.get(i), "e", "m"));
                insert.setString(1, id);
                insert.setLong(2, i + 1L);
                insert.setString(3, times.get(i).toString());
                insert.setString(4, hash);
                insert.executeUpdate();
            }
        }
    }
}
