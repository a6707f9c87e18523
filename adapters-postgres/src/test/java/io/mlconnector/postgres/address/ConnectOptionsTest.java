package io.mlconnector.postgres.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.address.Transport.Encryption;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectOptionsTest {

    private static DatabaseAddress over(Transport transport) {
        return new DatabaseAddress("db.example", 6432, "x", "me", "secret", transport);
    }

    @Test
    void behind_a_pooler_by_transaction_nothing_outlives_a_transaction() {
        DatabaseAddress address = over(new Transport(Encryption.DISABLE, Optional.empty(), true));
        PgConnectOptions options = ConnectOptions.of(address, "test", 1_000);
        assertThat(options.getUseLayer7Proxy()).isTrue();
        assertThat(options.getCachePreparedStatements()).isFalse();
        assertThat(options.getProperties()).doesNotContainKeys("statement_timeout", "client_min_messages");
        assertThat(ConnectOptions.jdbcUrl(address)).contains("prepareThreshold=0");
    }

    @Test
    void straight_to_a_server_statements_end_in_time() {
        PgConnectOptions options = ConnectOptions.of(over(Transport.PLAIN), "test", 1_000);
        assertThat(options.getProperties()).containsEntry("statement_timeout", "1000");
        assertThat(options.getUseLayer7Proxy()).isFalse();
    }

    @Test
    void both_drivers_encrypt_as_the_address_says() {
        DatabaseAddress address = over(new Transport(Encryption.VERIFY_FULL, Optional.of(Path.of("/a b.pem")), false));
        assertThat(ConnectOptions.of(address, "test", 1_000).getSslMode()).isEqualTo(SslMode.VERIFY_FULL);
        assertThat(ConnectOptions.jdbcUrl(address))
                .isEqualTo("jdbc:postgresql://db.example:6432/x?sslmode=verify-full&sslrootcert=%2Fa+b.pem");
    }
}
