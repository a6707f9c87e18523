package io.mlconnector.postgres.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgConnectOptions;
import org.junit.jupiter.api.Test;

class ConnectOptionsTest {

    private static DatabaseAddress over(Transport transport) {
        return new DatabaseAddress("db.example", 6432, "x", "me", "secret", transport);
    }

    @Test
    void behind_a_pooler_by_transaction_nothing_outlives_a_transaction() {
        DatabaseAddress address = over(new Transport(true));
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
}
