package io.mlconnector.postgres.database;

import static io.mlconnector.postgres.support.Awaiting.await;
import static io.mlconnector.postgres.support.Awaiting.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import java.nio.charset.StandardCharsets;
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
}
