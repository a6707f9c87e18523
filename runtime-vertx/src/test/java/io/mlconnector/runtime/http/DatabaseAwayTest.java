package io.mlconnector.runtime.http;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.postgres.support.TestPostgres;
import io.mlconnector.twin.relay.Relay;
import io.mlconnector.twin.relay.RelayFault;
import io.vertx.core.Vertx;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What callers hear while the database is away, or does not answer. */
@Timeout(120)
class DatabaseAwayTest {

    private static final String HOOK = "/hooks/dynamics/c1/" + ServedDaemon.EVENT_KEY;

    @TempDir
    Path folder;

    private final Vertx outside = Vertx.vertx();

    @SuppressWarnings("NullAway.Init") // before each test
    private Relay relay;

    @SuppressWarnings("NullAway.Init") // before each test
    private ServedDaemon served;

    @BeforeEach
    void start_behind_a_relay() {
        DatabaseAddress real = TestPostgres.database("away");
        relay = await(Relay.start(outside, real.host(), real.port()));
        served = new ServedDaemon(
                "", folder, new DatabaseAddress("127.0.0.1", relay.port(), real.name(), real.user(), real.password()));
    }

    @AfterEach
    void stop() {
        await(relay.clear());
        await(relay.resetAll());
        await(relay.close(false));
        served.close();
        await(relay.stop());
        await(outside.close());
    }

    @Test
    void a_hook_with_the_right_key_is_told_to_come_again_and_is_heard_when_it_does() {
        await(relay.close(true));
        HttpResponse<byte[]> answer = served.post(HOOK, "{\"a\": 1}");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(served.get("/api/v1/files").statusCode()).isEqualTo(503);
        assertThat(served.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(served.get("/health/live").statusCode()).isEqualTo(200);
        await(relay.close(false));
        Awaiting.until(
                "the hook is heard",
                Duration.ofSeconds(20),
                () -> served.post(HOOK, "{\"a\": 1}").statusCode() == 202);
    }

    @Test
    void readiness_and_metrics_answer_in_time_although_the_database_only_listens() {
        // Its F&O and its Cleo never answer, which health may know by now; of the database it knows that it is there.
        assertThat(ServedDaemon.text(served.get("/health/ready"))).contains("\"database\":\"up\"");
        await(relay.always(new RelayFault.HalfOpen(RelayFault.Direction.TO_CLIENT)));
        Awaiting.until(
                "it is known to be away",
                Duration.ofSeconds(20),
                () -> !ServedDaemon.text(served.get("/health/ready")).contains("\"database\":\"up\""));
        assertThat(served.get("/health/ready").statusCode()).isEqualTo(503);
        for (String path : new String[] {"/health/ready", "/health", "/metrics"}) {
            long before = System.nanoTime();
            served.get(path);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).as(path).isLessThan(Duration.ofMillis(1_500));
        }
    }
}
