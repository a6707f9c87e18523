package io.mlconnector.postgres.support;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this process; every test class has a database of its own in it. */
public final class TestPostgres {

    private static final AtomicInteger LAST = new AtomicInteger();

    private TestPostgres() {}

    /** Started when it is first asked for; stopped when the process ends. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                Path.of("target", "test-postgres").toFile())
                        .setPGStartupWait(Duration.ofSeconds(30))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("timezone", "UTC")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes an empty database. */
    public static DatabaseAddress database(String name) {
        String unique = "t%d_%s".formatted(LAST.incrementAndGet(), name.toLowerCase(Locale.ROOT));
        EmbeddedPostgres server = Server.RUNNING;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + unique);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress("127.0.0.1", server.getPort(), unique, "postgres", "");
    }
}
