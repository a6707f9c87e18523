package io.mlconnector.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.engine.DocumentIds;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.postgres.support.TestPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks at documents has connections of their own. */
@Timeout(120)
class InterfacePoolTest {

    @TempDir
    private Path folder;

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name(),
                address.user(),
                address.password());
    }

    private static int waiting(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select count(*) from pg_stat_activity where datname = current_database()
                        and application_name = 'ml-connector interface' and wait_event_type = 'Lock'
                        """)) {
            return found.next() ? found.getInt(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void forecasts_and_advice_read_on_the_connections_of_those_who_look() throws Exception {
        DatabaseAddress address = TestPostgres.database("forecasting");
        try (ServedDaemon served = new ServedDaemon("", folder, address);
                Connection locking = connect(address);
                Connection watching = connect(address)) {
            String document = "/api/v1/documents/" + new DocumentIds(InstantSource.system(), new Random(1)).next();
            for (String[] asked : new String[][] {
                {document + "/replay", "{\"forecast\": true}"},
                {"/api/v1/documents:replay", "{\"forecast\": true, \"all\": true}"},
                {document + "/advise", "{\"verdict\": \"TR\", \"code\": \"010\", \"text\": \"Wrong\"}"}
            }) {
                locking.setAutoCommit(false);
                try (Statement statement = locking.createStatement()) {
                    statement.execute("lock table document");
                }
                CompletableFuture<HttpResponse<byte[]>> asking =
                        CompletableFuture.supplyAsync(() -> served.post(asked[0], asked[1]));
                Awaiting.until("it waits: " + asked[0], Duration.ofSeconds(10), () -> waiting(watching) == 1);

                locking.rollback();
                assertThat(asking.get(30, TimeUnit.SECONDS).statusCode()).isIn(200, 404, 409);
            }
        }
    }

    @Test
    void those_who_look_at_files_for_long_keep_neither_health_nor_hooks_waiting() throws Exception {
        DatabaseAddress address = TestPostgres.database("looking");
        try (ServedDaemon served = new ServedDaemon("", folder, address);
                Connection locking = connect(address);
                Connection watching = connect(address)) {
            locking.setAutoCommit(false);
            try (Statement statement = locking.createStatement()) {
                statement.execute("lock table file");
            }
            List<CompletableFuture<HttpResponse<byte[]>>> looking = List.of(
                    CompletableFuture.supplyAsync(() -> served.get("/api/v1/files")),
                    CompletableFuture.supplyAsync(() -> served.get("/api/v1/files")));
            Awaiting.until("both wait", Duration.ofSeconds(20), () -> waiting(watching) == 2);

            assertThat(new String(served.get("/health/ready").body(), StandardCharsets.UTF_8))
                    .contains("\"database\":\"up\"");
            assertThat(served.post("/hooks/dynamics/c1/" + ServedDaemon.EVENT_KEY, "{}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(served.get("/api/v1/documents").statusCode()).isEqualTo(503);

            locking.rollback();
            for (CompletableFuture<HttpResponse<byte[]>> look : looking) {
                assertThat(look.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
        }
    }
}
