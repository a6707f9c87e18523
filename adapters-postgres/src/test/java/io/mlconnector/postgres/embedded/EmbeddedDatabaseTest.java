package io.mlconnector.postgres.embedded;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.postgres.support.Awaiting.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.database.Migration;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server in a folder of its own: whom it lets in, and what it survives. */
class EmbeddedDatabaseTest {

    private static final Vertx VERTX = Vertx.vertx();

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<EmbeddedDatabase> open = new ConcurrentLinkedQueue<>();

    /** Unpacked once for all tests; each gets a link to it. */
    @BeforeEach
    void share_the_program() throws IOException {
        Files.createDirectories(shared.resolve("program"));
        Files.createDirectories(folder.resolve("postgres"));
        Files.createSymbolicLink(folder.resolve("postgres").resolve("program"), shared.resolve("program"));
    }

    @AfterEach
    void stop() {
        open.forEach(EmbeddedDatabase::stop);
    }

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    private EmbeddedDatabase start() {
        return opened(EmbeddedDatabase.start(folder));
    }

    private EmbeddedDatabase opened(EmbeddedDatabase database) {
        open.add(database);
        return database;
    }

    private Path data() {
        return folder.resolve("postgres").resolve("data");
    }

    private static Connection connect(DatabaseAddress address, String user, String database, String password)
            throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + database
                        + "?connectTimeout=5&socketTimeout=20",
                user,
                password);
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return connect(address, address.user(), address.name(), address.password());
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static void execute(DatabaseAddress address, String statement) throws SQLException {
        try (Connection connection = connect(address);
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    private Postmaster master() throws IOException {
        return Postmaster.of(data()).orElseThrow();
    }

    private void kill() throws IOException {
        List<ProcessHandle> all = Stream.concat(
                        Stream.of(master().process()), master().process().descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        until("the server is dead", LONG, () -> all.stream().noneMatch(EmbeddedDatabaseTest::runs));
    }

    /** A process that has ended, but that nobody has collected, does not run. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    @Test
    void nobody_gets_in_without_the_password_and_nobody_as_a_superuser() {
        DatabaseAddress address = start().address();
        assertThatThrownBy(() -> connect(address, address.user(), address.name(), "guess")
                        .close())
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> connect(address, "postgres", "template1", address.password())
                        .close())
                .hasMessageContaining("pg_hba.conf");
        assertThatThrownBy(
                        () -> connect(address, "postgres", address.name(), "").close())
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect(address, address.user(), "template1", address.password())
                        .close())
                .hasMessageContaining("pg_hba.conf");
    }

    @Test
    void the_daemon_owns_its_database_and_is_no_superuser() throws SQLException {
        DatabaseAddress address = start().address();
        try (Connection connection = connect(address)) {
            assertThat(one(
                            connection,
                            "select concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolreplication,"
                                    + " rolbypassrls) from pg_roles where rolname = current_user"))
                    .isEqualTo("f f f f f");
            assertThat(one(
                            connection,
                            "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
                    .isEqualTo(address.user());
        }
        assertThatThrownBy(() -> execute(address, "copy (select 1) to program 'true'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void there_is_no_socket_file_and_the_folders_are_for_their_owner_alone() throws IOException {
        DatabaseAddress address = start().address();
        List<String> said = Files.readAllLines(data().resolve("postmaster.pid"));
        assertThat(said.get(4)).as("folder of the socket").isEmpty();
        assertThat(said.get(5)).as("listens on").isEqualTo("127.0.0.1");
        assertThat(Path.of("/tmp", ".s.PGSQL." + address.port())).doesNotExist();
        for (Path closed : List.of(data(), data().getParent())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)))
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolveSibling("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void data_of_an_earlier_version_are_taken_over_with_everything_in_them() throws IOException, SQLException {
        // As earlier versions did: one superuser, who owns everything.
        EmbeddedPostgres earlier = EmbeddedPostgres.builder()
                .setDataDirectory(data())
                .setOverrideWorkingDirectory(shared.resolve("program").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("unix_socket_directories", "''")
                .start();
        Files.writeString(data().resolveSibling("password"), "of-the-superuser");
        Files.writeString(data().resolveSibling("port"), Integer.toString(earlier.getPort()));
        try (Connection connection = earlier.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter user postgres password 'of-the-superuser'");
            Flyway.configure()
                    .dataSource(earlier.getPostgresDatabase())
                    .locations("classpath:db/migration")
                    .target("4")
                    .load()
                    .migrate();
            statement.execute("insert into cursor values ('name', 'kept')");
        }
        // It is still running, because its daemon was killed; the next start stops it.
        EmbeddedDatabase database = start();
        assertThat(earlier.getPort()).isEqualTo(database.address().port());
        Database upgraded = await(Database.open(VERTX, database));
        var rows = await(upgraded.pool()
                .query("select value, (select max(version::int) from flyway_schema_history) as version from cursor")
                .execute());
        assertThat(rows.iterator().next().getString("value")).isEqualTo("kept");
        assertThat(rows.iterator().next().getInteger("version")).isEqualTo(Migration.NEWEST);
        assertThatThrownBy(() -> connect(database.address(), "postgres", "template1", "of-the-superuser")
                        .close())
                .hasMessageContaining("pg_hba.conf");
        await(upgraded.close(VERTX));
    }

    @Test
    void a_locale_that_the_machine_lacks_does_not_matter() throws IOException, SQLException {
        // Data whose first user had another locale; postgres itself would refuse the settings.
        start().stop();
        Files.writeString(
                data().resolve("postgresql.conf"),
                Files.readString(data().resolve("postgresql.conf"))
                        + "\nlc_messages = 'xx_XX.UTF-8'\nlc_time = 'xx_XX'\n");
        try (Connection connection = connect(start().address())) {
            assertThat(one(connection, "select lower('ÄÖÜ')")).isEqualTo("äöü");
            assertThat(one(connection, "show server_encoding")).isEqualTo("UTF8");
        }
    }

    /** A process of its own, because a process cannot change its environment. */
    static final class Once {

        private Once() {}

        /** Starts and stops an embedded PostgreSQL. */
        public static void main(String[] arguments) {
            EmbeddedDatabase.start(Path.of(arguments[0])).stop();
        }
    }

    @Test
    void the_environment_of_the_user_does_not_decide_whether_it_starts() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Once.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment()
                .putAll(Map.of(
                        "LANG",
                        "xx_XX.UTF-8",
                        "LC_ALL",
                        "xx_XX.UTF-8",
                        "PGDATA",
                        "/nowhere",
                        "PGPORT",
                        "1",
                        "PGTZ",
                        "X/Y"));
        Process process = builder.start();
        assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
    }

    @Test
    void what_postgresql_says_is_told_and_nothing_is_guessed() throws IOException {
        start().stop();
        Files.writeString(data().resolve("postgresql.conf"), "shared_preload_libraries = 'not_there'\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("did not start. It says: could not access file \"not_there\"")
                .hasMessageNotContaining("another daemon");
    }

    @Test
    void a_stranger_on_the_remembered_port_is_told_nothing_and_the_server_moves() throws IOException, SQLException {
        EmbeddedDatabase before = start();
        int port = before.address().port();
        before.stop();
        try (ServerSocket stranger = new ServerSocket(port, 5, InetAddress.getLoopbackAddress())) {
            DatabaseAddress address = start().address();
            assertThat(address.port()).isNotEqualTo(port);
            try (Connection connection = connect(address)) {
                assertThat(one(connection, "select 1")).isEqualTo("1");
            }
            stranger.setSoTimeout(1);
            assertThatThrownBy(stranger::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void one_who_asks_for_the_password_in_clear_does_not_get_it() throws IOException, InterruptedException {
        List<String> received = new CopyOnWriteArrayList<>();
        try (ServerSocket stranger = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> askInClear(stranger, received));
            DatabaseAddress address =
                    new DatabaseAddress("127.0.0.1", stranger.getLocalPort(), "mlconnector", "mlconnector", "s3cret");
            assertThatThrownBy(() -> ServerProof.demand(address))
                    .isInstanceOf(SQLException.class)
                    .hasMessageNotContaining("s3cret");
            until("the stranger has received all", LONG, () -> received.contains("end"));
        }
        assertThat(received.toString()).contains("mlconnector").doesNotContain("s3cret");
    }

    private static void askInClear(ServerSocket stranger, List<String> received) {
        try (Socket socket = stranger.accept()) {
            byte[] bytes = new byte[4_096];
            received.add(new String(bytes, 0, socket.getInputStream().read(bytes), StandardCharsets.UTF_8));
            socket.getOutputStream().write(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 3});
            int more = socket.getInputStream().read(bytes);
            received.add(more < 0 ? "nothing" : new String(bytes, 0, more, StandardCharsets.UTF_8));
        } catch (IOException e) {
            received.add(e.toString());
        }
        received.add("end");
    }

    @Test
    void one_who_never_answers_does_not_make_us_wait_for_ever() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            DatabaseAddress address = new DatabaseAddress("127.0.0.1", mute.getLocalPort(), "a", "a", "b");
            org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatThrownBy(() -> ServerProof.demand(address)).isInstanceOf(SQLException.class));
        }
    }

    @Test
    void a_command_joins_the_server_of_a_daemon_and_leaves_it_running() throws SQLException {
        EmbeddedDatabase daemon = start();
        EmbeddedDatabase command = EmbeddedDatabase.visit(folder);
        assertThat(command.address()).isEqualTo(daemon.address());
        command.stop();
        execute(daemon.address(), "create table still_there ()");
    }

    @Test
    void a_second_daemon_is_refused() {
        start();
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder)).hasMessageContaining("Another daemon");
    }

    @Test
    void a_process_number_that_now_belongs_to_another_program_does_not_stand_in_the_way() throws Exception {
        start();
        kill();
        open.remove().stop();
        Path file = data().resolve("postmaster.pid");
        // A long-lived program of ours, and what a killed server would have left behind with its number.
        long other = ProcessHandle.current().pid();
        Files.writeString(file, other + "\n" + data() + "\n1\n5432\n\n127.0.0.1\n  1  1\nready   \n");
        assertThat(Postmaster.of(data())).isEmpty();
        execute(start().address(), "create table here ()");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_server_that_a_killed_daemon_left_is_told_from_a_stale_file() throws IOException, SQLException {
        EmbeddedDatabase first = start();
        ProcessHandle left = master().process();
        first.abandon();
        open.remove(first);
        EmbeddedDatabase second = start();
        assertThat(second.address()).isEqualTo(first.address());
        assertThat(runs(left)).isFalse();
        execute(second.address(), "create table here ()");
    }

    @Test
    void a_file_that_was_written_in_part_is_no_living_server() throws IOException, SQLException {
        start().stop();
        Files.writeString(data().resolve("postmaster.pid"), "12");
        Files.writeString(data().resolveSibling("port"), "");
        execute(start().address(), "create table here ()");
    }

    @Test
    void a_server_that_dies_is_started_again_and_told() throws IOException {
        EmbeddedDatabase server = EmbeddedDatabase.start(folder);
        Database database = await(Database.open(VERTX, server));
        List<String> told = new CopyOnWriteArrayList<>();
        database.supervise(VERTX, new DatabaseWatcher() {
            @Override
            public void lives() {
                told.add("lives");
            }

            @Override
            public void ended(ProblemCode code, String message) {
                told.add(code.text() + ": " + message);
            }
        });
        until("it is watched", LONG, () -> told.contains("lives"));
        kill();
        until("it is told", LONG, () -> told.stream().anyMatch(line -> line.startsWith("database-ended: ")));
        int so = told.size();
        until("it lives again", LONG, () -> told.subList(so, told.size()).contains("lives"));
        var rows = await(database.pool().query("select 1 as one").execute());
        assertThat(rows.iterator().next().getInteger("one")).isEqualTo(1);
        await(database.close(VERTX));
        assertThat(server.lives()).isFalse();
    }

    @Test
    void no_connection_is_opened_to_a_port_whose_server_is_dead() throws IOException {
        EmbeddedDatabase server = EmbeddedDatabase.start(folder);
        Database database = await(Database.open(VERTX, server));
        kill();
        try (ServerSocket stranger = new ServerSocket(server.address().port(), 5, InetAddress.getLoopbackAddress())) {
            until(
                    "old connections are gone",
                    LONG,
                    () -> database.pool()
                            .query("select 1")
                            .execute()
                            .transform(done -> io.vertx.core.Future.succeededFuture(
                                    done.failed() && done.cause() instanceof DatabaseException))
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join());
            stranger.setSoTimeout(1);
            assertThatThrownBy(stranger::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
        await(database.close(VERTX));
    }

    @Test
    void every_setting_of_the_server_is_taken() throws SQLException {
        try (Connection connection = connect(start().address())) {
            Map.of("fsync", "on", "synchronous_commit", "on", "log_min_error_statement", "panic")
                    .forEach((name, value) -> assertThat(show(connection, name)).isEqualTo(value));
        }
    }

    private static String show(Connection connection, String name) {
        try {
            return one(connection, "select setting from pg_settings where name = '" + name + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
