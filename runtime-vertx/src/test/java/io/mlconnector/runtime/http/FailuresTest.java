package io.mlconnector.runtime.http;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the log says of requests. */
@Timeout(60)
class FailuresTest {

    @TempDir
    Path folder;

    @Test
    void our_own_failure_is_logged_with_its_cause() {
        try (ServedDaemon served = new ServedDaemon("", folder);
                LogOf log = new LogOf("io.mlconnector.runtime.http")) {
            await(served.daemon()
                    .resources()
                    .database()
                    .pool()
                    .query("alter table document rename to put_away")
                    .execute());
            assertThat(served.get("/api/v1/documents").statusCode()).isEqualTo(500);
            assertThat(log.records())
                    .filteredOn(logged -> logged.getLevel().equals(Level.SEVERE))
                    .singleElement()
                    .satisfies(logged -> {
                        assertThat(logged.getMessage()).startsWith("GET /api/v1/documents");
                        assertThat(logged.getThrown()).hasMessageContaining("document");
                    });
            await(served.daemon()
                    .resources()
                    .database()
                    .pool()
                    .query("alter table put_away rename to document")
                    .execute());
        }
    }

    @Test
    void a_failed_sign_in_is_logged_without_what_was_presented() {
        try (ServedDaemon served = new ServedDaemon("limits: {failedSignIns: 3}", folder);
                LogOf log = new LogOf("io.mlconnector.runtime.http")) {
            for (int i = 0; i < 5; i++) {
                served.send(served.request("/api/v1/files").header("Authorization", "Bearer gue55ed"));
            }
            served.post("/hooks/dynamics/c1/gue55ed", "{}");
            assertThat(log.messages())
                    .hasSize(4)
                    .allMatch(message -> message.contains("127.0.0.1"))
                    .noneMatch(message -> message.contains("gue55ed"));
        }
    }

    @Test
    void a_bad_address_leaves_no_trace_in_the_log() {
        try (ServedDaemon served = new ServedDaemon("", folder);
                LogOf log = new LogOf("io")) {
            for (String path : List.of(
                    "/%zz", "/api/v1/documents/%zz", "/api/v1/files?after=%zz", "/%", "/a\"<>", "//", "/../..")) {
                try (RawConnection connection = new RawConnection(served.port())) {
                    assertThat(connection
                                    .say("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                            + ServedDaemon.TOKEN + "\r\n\r\n")
                                    .status())
                            .as(path)
                            .isBetween(200, 499);
                }
            }
            assertThat(log.records())
                    .filteredOn(logged -> logged.getThrown() != null
                            && !String.valueOf(logged.getLoggerName()).contains("engine"))
                    .isEmpty();
        }
    }
}
