package io.mlconnector.postgres.database;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.postgres.support.Awaiting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.address.ConnectOptions;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import io.mlconnector.postgres.address.Transport;
import io.mlconnector.postgres.support.TestPostgres;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A PgBouncer that is not set up for us says so with a message of its own; measured with version 1.18. */
class PoolerRefusalTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    @Test
    void a_pooler_that_refuses_how_a_session_begins_is_named_with_what_to_set() {
        byte[] fields = "SFATAL\0C08P01\0Munsupported startup parameter: statement_timeout\0\0"
                .getBytes(StandardCharsets.US_ASCII);
        Buffer refusal = Buffer.buffer()
                .appendByte((byte) 'E')
                .appendInt(4 + fields.length)
                .appendBytes(fields);
        NetServer pooler = await(vertx.createNetServer()
                .connectHandler(socket -> socket.handler(begin -> socket.end(refusal)))
                .listen(0, "127.0.0.1"));
        DatabaseAddress address = new DatabaseAddress("127.0.0.1", pooler.actualPort(), "x", "me", "");

        assertThat(failure(Database.open(vertx, address, () -> {})))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("ignore_startup_parameters")
                .hasMessageContaining("pgbouncer=transaction");
    }

    /** What such a pooler shows, without one: the same server process for everybody. */
    private static DatabaseAddress sharedByTransaction() throws SQLException {
        DatabaseAddress address = TestPostgres.database("pooled");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name(),
                        address.user(),
                        address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema pooler");
            statement.execute("create function pooler.pg_backend_pid() returns int language sql as 'select 7'");
            statement.execute("create view pooler.pg_stat_activity as"
                    + " select 7 as pid, timestamptz '2026-03-10 12:00:00+00' as backend_start");
            statement.execute("alter database \"" + address.name() + "\" set search_path = pooler, pg_catalog, public");
        }
        return address;
    }

    @Test
    void a_pooler_that_shares_by_transaction_without_being_announced_is_refused_at_the_start() throws SQLException {
        DatabaseAddress address = sharedByTransaction();

        assertThat(failure(Database.open(vertx, address, () -> {})))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("pgbouncer=transaction")
                .hasMessageContaining("database.url");
    }

    @Test
    void a_database_without_a_pooler_and_one_that_is_announced_are_taken() throws SQLException {
        DatabaseAddress plain = TestPostgres.database("direct");
        await(await(Database.open(vertx, plain, () -> {})).close(vertx));
        DatabaseAddress pooled = sharedByTransaction();
        DatabaseAddress announced = new DatabaseAddress(
                pooled.host(),
                pooled.port(),
                pooled.name(),
                pooled.user(),
                pooled.password(),
                new Transport(Transport.Encryption.DISABLE, Optional.empty(), true));
        Pool pool = PgBuilder.pool()
                .connectingTo(ConnectOptions.of(announced, "test", 1_000))
                .using(vertx)
                .build();
        await(Pooler.refuseUnannounced(pool, announced));
        await(pool.close());
    }

    @Test
    void a_statement_that_another_session_prepared_names_the_setting() {
        for (String state : new String[] {"26000", "42P05"}) {
            assertThat(Pooler.hint(new PgException("no such statement", "ERROR", state, "")))
                    .contains("pgbouncer=transaction", "database.url");
        }
        assertThat(Pooler.hint(new PgException("no such table", "ERROR", "42P01", "")))
                .isEmpty();
        assertThat(Pooler.hint(new IllegalStateException("26000"))).isEmpty();
    }
}
