package io.mlconnector.postgres.backup;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import io.mlconnector.postgres.database.Migration;
import io.mlconnector.postgres.support.FilledJournal;
import io.mlconnector.postgres.support.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal with a history is written down, and comes back in another database. */
class BackupTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("journal.backup");
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name(),
                address.user(),
                address.password());
    }

    private static String one(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    /** What stands in every table. */
    private static Map<String, String> content(DatabaseAddress address) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        try (Connection connection = connect(address)) {
            for (String table : new Schema(connection).tables()) {
                content.put(
                        table,
                        one(address, "select md5(string_agg(t::text, '|' order by t::text)) from " + table + " t"));
            }
        }
        return content;
    }

    @Test
    void what_was_backed_up_comes_back_with_an_unbroken_history_that_goes_on() throws SQLException {
        DatabaseAddress to = TestPostgres.database("restored");
        Map<String, String> before;
        try (FilledJournal journal = FilledJournal.written("source")) {
            before = content(journal.address());
            Manifest manifest = Backup.write(journal.address(), file(), NOON);
            assertThat(manifest.schema()).isEqualTo(Migration.NEWEST);
            assertThat(manifest.at()).isEqualTo(NOON);
            assertThat(manifest.rows()).isGreaterThan(15);
        }
        Restore.read(to, file(), false);
        assertThat(content(to)).isEqualTo(before);
        try (FilledJournal journal = FilledJournal.at(to)) {
            assertThat(journal.findings()).isEmpty();
            long position = journal.head().position();
            journal.announce("new");
            assertThat(journal.findings()).isEmpty();
            assertThat(journal.head().position()).isEqualTo(position + 1);
        }
        assertThatThrownBy(() -> one(to, "delete from journal_entry returning 1"))
                .hasMessageContaining("neither changed nor removed");
    }

    @Test
    void it_is_the_state_of_one_moment_while_a_daemon_goes_on() {
        try (FilledJournal journal = FilledJournal.written("moving")) {
            await(journal.database()
                    .pool()
                    .withTransaction(connection -> connection
                            .query("insert into cursor values ('uncommitted', 'x')")
                            .execute()
                            .compose(ignored -> journal.vertx()
                                    .executeBlocking(() -> Backup.write(journal.address(), file(), NOON)))
                            .map(manifest -> {
                                assertThat(manifest.tables()).anySatisfy(table -> {
                                    assertThat(table.name()).isEqualTo("cursor");
                                    assertThat(table.rows()).isZero();
                                });
                                return manifest;
                            })));
        }
    }

    @Test
    void the_file_is_for_its_owner_alone_and_no_file_is_overwritten() throws IOException {
        try (FilledJournal journal = FilledJournal.written("twice")) {
            Backup.write(journal.address(), file(), NOON);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
            byte[] before = Files.readAllBytes(file());
            assertThatThrownBy(() -> Backup.write(journal.address(), file(), NOON))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("not overwritten");
            assertThat(Files.readAllBytes(file())).isEqualTo(before);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_filled_database_is_replaced_only_when_that_is_said() throws SQLException {
        DatabaseAddress to;
        try (FilledJournal journal = FilledJournal.written("one")) {
            Backup.write(journal.address(), file(), NOON);
        }
        try (FilledJournal other = FilledJournal.empty("other")) {
            other.announce("other-1");
            to = other.address();
        }
        assertThatThrownBy(() -> Restore.read(to, file(), false))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("document: 1 rows")
                .hasMessageContaining("--replace");
        assertThat(one(to, "select count(*) from document where id = 'other-1'"))
                .isEqualTo("1");
        Restore.read(to, file(), true);
        assertThat(one(to, "select count(*) from document where id = 'other-1'"))
                .isEqualTo("0");
        assertThat(one(to, "select count(*) > 0 from document")).isEqualTo("t");
    }

    @Test
    void nothing_is_restored_while_a_daemon_is_connected() {
        try (FilledJournal journal = FilledJournal.written("busy")) {
            Backup.write(journal.address(), file(), NOON);
            assertThatThrownBy(() -> Restore.read(journal.address(), file(), true))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Stop every daemon");
        }
    }

    @Test
    void a_damaged_backup_changes_nothing() throws IOException, SQLException {
        try (FilledJournal journal = FilledJournal.written("damaged")) {
            Backup.write(journal.address(), file(), NOON);
        }
        Path bent = folder.resolve("bent");
        copy(file(), bent, "tables/journal_entry.copy", text -> text.replaceFirst("[a-z]", "A"));
        DatabaseAddress to = TestPostgres.database("untouched");
        assertThatThrownBy(() -> Restore.read(to, bent, false))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("tables/journal_entry.copy has the SHA-256");
        assertThat(one(to, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("0");
    }

    @Test
    void a_backup_of_a_newer_program_is_refused() throws IOException {
        try (FilledJournal journal = FilledJournal.written("newer")) {
            Backup.write(journal.address(), file(), NOON);
        }
        Path newer = folder.resolve("newer");
        copy(file(), newer, Manifest.ENTRY, text -> text.replaceFirst("\"schema\" : \\d+", "\"schema\" : 99"));
        assertThatThrownBy(() -> Restore.read(TestPostgres.database("older"), newer, false))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("schema version 99");
    }

    @Test
    void a_backup_of_an_older_schema_is_restored_and_brought_up_to_date() throws SQLException {
        DatabaseAddress from = TestPostgres.database("version3");
        Migration.upTo(from, 3);
        try (Connection connection = connect(from);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into control_number values ('us', 'them', 41)");
        }
        assertThat(Backup.write(from, file(), NOON).schema()).isEqualTo(3);
        DatabaseAddress to;
        try (FilledJournal filled = FilledJournal.written("today")) {
            to = filled.address();
        }
        Restore.read(to, file(), true);
        // What the newer migration makes of the older rows.
        assertThat(one(to, "select fate || ' ' || last from control_number_block"))
                .isEqualTo("not-recorded 41");
        assertThat(one(to, "select count(*) from document")).isEqualTo("0");
    }

    @Test
    void what_is_no_backup_is_told() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "something else");
        assertThatThrownBy(() -> Restore.read(TestPostgres.database("none"), other, false))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("was not restored");
    }

    private static void copy(Path from, Path to, String entry, java.util.function.UnaryOperator<String> change)
            throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                OutputStream stream = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(stream)) {
            for (ZipEntry one : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(one.getName()));
                try (InputStream bytes = zip.getInputStream(one)) {
                    String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                    out.write(
                            (one.getName().equals(entry) ? change.apply(text) : text).getBytes(StandardCharsets.UTF_8));
                }
                out.closeEntry();
            }
        }
    }
}
