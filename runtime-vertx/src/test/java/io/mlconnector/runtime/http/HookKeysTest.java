package io.mlconnector.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.support.TestPostgres;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks open with the key that is configured and with the one before it, presented as agreed and in no other way. */
class HookKeysTest {

    @TempDir
    Path folder;

    private ServedDaemon serving(String fileArrived) {
        return new ServedDaemon("", folder, TestPostgres.database("hooks"), fileArrived);
    }

    private static int fileArrived(ServedDaemon served, String header, String value) {
        return served.send(
                        served.request("/hooks/cleo/c1").header(header, value).POST(BodyPublishers.noBody()))
                .statusCode();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void two_keys_are_good_at_once_while_they_are_changed() {
        try (ServedDaemon served = serving("key: new-key, previousKey: old-key")) {
            assertThat(fileArrived(served, "Authorization", "Bearer new-key")).isEqualTo(202);
            assertThat(fileArrived(served, "Authorization", "Bearer old-key")).isEqualTo(202);
            assertThat(fileArrived(served, "Authorization", "Bearer other-key")).isEqualTo(401);
            assertThat(fileArrived(served, "Authorization", basic("x:new-key"))).isEqualTo(401);
            assertThat(served.post("/hooks/dynamics/c1/" + ServedDaemon.EVENT_KEY, "{}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(served.post("/hooks/dynamics/c1/" + ServedDaemon.PREVIOUS_EVENT_KEY, "{}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(served.post("/hooks/dynamics/c1/other", "{}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_key_may_be_the_password_of_basic() {
        try (ServedDaemon served = serving("key: the-key, scheme: basic")) {
            assertThat(fileArrived(served, "Authorization", basic("studio:the-key")))
                    .isEqualTo(202);
            assertThat(fileArrived(served, "Authorization", basic("studio:other")))
                    .isEqualTo(401);
            assertThat(fileArrived(served, "Authorization", "Basic no base64!")).isEqualTo(401);
            assertThat(fileArrived(served, "Authorization", "Bearer the-key")).isEqualTo(401);
        }
    }

    @Test
    void a_key_may_have_a_header_of_its_own() {
        try (ServedDaemon served = serving("key: the-key, scheme: header, header: X-Studio")) {
            assertThat(fileArrived(served, "X-Studio", "the-key")).isEqualTo(202);
            assertThat(fileArrived(served, "X-Studio", "other")).isEqualTo(401);
            assertThat(fileArrived(served, "Authorization", "Bearer the-key")).isEqualTo(401);
        }
    }
}
