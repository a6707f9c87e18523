package io.mlconnector.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks gets an answer, whatever others do. */
@Timeout(60)
class EntranceTest {

    private static final String SIGNED_IN = "Authorization: Bearer " + ServedDaemon.TOKEN + "\r\n";
    private static final String DISCARD = "/api/v1/documents/nothing/discard";

    @TempDir
    Path folder;

    private static void problem(HttpResponse<byte[]> answer, int status, String words) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(ServedDaemon.text(answer)).contains(words);
    }

    @Test
    void who_is_not_recognised_is_answered_before_his_body_has_come() {
        try (ServedDaemon served = new ServedDaemon("", folder)) {
            List<RawConnection> held = new ArrayList<>();
            try {
                for (int i = 0; i < 200; i++) {
                    RawConnection connection = new RawConnection(served.port());
                    held.add(connection);
                    connection.begin("POST", DISCARD, "", 2_000_000).say(new byte[1_000]);
                }
                for (RawConnection connection : held) {
                    assertThat(connection.status()).isEqualTo(401);
                }
                assertThat(served.get("/health/live").statusCode()).isEqualTo(200);
            } finally {
                held.forEach(RawConnection::close);
            }
        }
    }

    @Test
    void a_wrong_key_of_a_hook_is_refused_before_its_body_has_come() {
        try (ServedDaemon served = new ServedDaemon("", folder);
                RawConnection event = new RawConnection(served.port());
                RawConnection file = new RawConnection(served.port())) {
            assertThat(event.begin("POST", "/hooks/dynamics/c1/wrong", "", 60_000)
                            .status())
                    .isEqualTo(404);
            assertThat(file.begin("POST", "/hooks/cleo/c1", "", 60_000).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_hook_takes_64_kib_and_the_interface_2_mib_unless_configured() {
        String hook = "/hooks/dynamics/c1/" + ServedDaemon.EVENT_KEY;
        try (ServedDaemon served = new ServedDaemon("", folder)) {
            assertThat(served.post(hook, "x".repeat(64 * 1024)).statusCode()).isEqualTo(202);
            problem(served.post(hook, "x".repeat(64 * 1024 + 1)), 413, "http.limits.hookBody");
            try (RawConnection chunked = new RawConnection(served.port())) {
                chunked.say("POST " + hook + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n11000\r\n")
                        .say(new byte[0x11000]);
                assertThat(chunked.status()).isEqualTo(413);
            }
            problem(served.post(DISCARD, "x".repeat(2 * 1024 * 1024 + 1)), 413, "http.limits.body");
        }
        try (ServedDaemon served = new ServedDaemon("limits: {hookBody: 1KiB}", folder)) {
            problem(served.post(hook, "x".repeat(1025)), 413, "1024 bytes");
        }
    }

    @Test
    void all_bodies_together_are_bounded_and_give_back_what_they_took() {
        try (ServedDaemon served = new ServedDaemon("limits: {bodiesInFlight: 100KiB}", folder)) {
            try (RawConnection first = new RawConnection(served.port())) {
                first.begin("POST", DISCARD, SIGNED_IN + "Expect: 100-continue\r\n", 90_000);
                assertThat(first.status()).isEqualTo(100);
                first.say(new byte[80_000]);
                // Its bytes are counted when they arrive: until then a second request is still let in.
                io.mlconnector.postgres.support.Awaiting.until("the second is refused", Duration.ofSeconds(10), () -> {
                    try (RawConnection second = new RawConnection(served.port())) {
                        second.begin("POST", DISCARD, SIGNED_IN, 60_000).say(new byte[60_000]);
                        String head = second.head();
                        return head.startsWith("HTTP/1.1 503")
                                && head.toLowerCase(Locale.ROOT).contains("retry-after: 5");
                    }
                });
            }
            io.mlconnector.postgres.support.Awaiting.until(
                    "the bytes are given back",
                    Duration.ofSeconds(10),
                    () -> served.post(DISCARD, " ".repeat(90_000)).statusCode() != 503);
        }
    }

    @Test
    void who_drips_is_cut_off_before_and_after_the_headers() {
        try (ServedDaemon served = new ServedDaemon("limits: {receive: 500ms}", folder);
                RawConnection silent = new RawConnection(served.port());
                RawConnection headers = new RawConnection(served.port());
                RawConnection body = new RawConnection(served.port())) {
            headers.say("GET / HTTP/1.1\r\nHost:");
            body.begin("POST", DISCARD, SIGNED_IN, 1_000).say("{");
            assertThat(body.status()).isEqualTo(408);
            assertThat(body.closed()).isTrue();
            assertThat(headers.closed()).isTrue();
            assertThat(silent.closed()).isTrue();
        }
    }

    @Test
    void more_connections_than_are_served_are_told_so_and_health_still_answers() {
        try (ServedDaemon served = new ServedDaemon("limits: {connections: 3}", folder)) {
            List<RawConnection> held = new ArrayList<>();
            try {
                for (int i = 0; i < 3; i++) {
                    held.add(new RawConnection(served.port()));
                }
                RawConnection fourth = new RawConnection(served.port());
                held.add(fourth);
                fourth.say("GET /api/v1/files HTTP/1.1\r\nHost: x\r\n" + SIGNED_IN + "\r\n");
                assertThat(fourth.head()).startsWith("HTTP/1.1 503").containsIgnoringCase("Retry-After: 5");
                assertThat(served.get("/health/live").statusCode()).isEqualTo(200);
            } finally {
                held.forEach(RawConnection::close);
            }
        }
    }

    @Test
    void more_requests_than_are_served_at_once_are_told_so_and_health_still_answers() {
        try (ServedDaemon served = new ServedDaemon("limits: {requests: 2}", folder)) {
            try (RawConnection first = new RawConnection(served.port());
                    RawConnection second = new RawConnection(served.port())) {
                first.begin("POST", DISCARD, SIGNED_IN + "Expect: 100-continue\r\n", 10);
                second.begin("POST", DISCARD, SIGNED_IN + "Expect: 100-continue\r\n", 10);
                assertThat(first.status()).isEqualTo(100);
                assertThat(second.status()).isEqualTo(100);
                HttpResponse<byte[]> third = served.get("/api/v1/files");
                problem(third, 503, "http.limits.requests");
                assertThat(third.headers().firstValue("Retry-After")).contains("5");
                assertThat(new String(served.get("/health/ready").body(), StandardCharsets.UTF_8))
                        .contains("\"database\":\"up\"");
            }
            io.mlconnector.postgres.support.Awaiting.until(
                    "the places are free again",
                    Duration.ofSeconds(10),
                    () -> served.get("/api/v1/files").statusCode() == 200);
        }
    }

    @Test
    void a_connection_is_used_again_after_an_answer() {
        try (ServedDaemon served = new ServedDaemon("", folder);
                RawConnection connection = new RawConnection(served.port())) {
            for (int i = 0; i < 3; i++) {
                connection.begin("POST", DISCARD, SIGNED_IN, 2).say("{}");
                String head = connection.head();
                assertThat(head).startsWith("HTTP/1.1 404");
                int length = Integer.parseInt(
                        head.toLowerCase(java.util.Locale.ROOT).replaceAll("(?s).*content-length: (\\d+).*", "$1"));
                connection.skip(length);
            }
        }
    }

    @Test
    void too_many_wrong_tokens_of_an_address_are_not_looked_at_any_more() {
        try (ServedDaemon served = new ServedDaemon("limits: {failedSignIns: 3}", folder)) {
            for (int i = 0; i < 3; i++) {
                assertThat(served.send(served.request("/api/v1/files").header("Authorization", "Bearer wrong" + i))
                                .statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<byte[]> fourth = served.get("/api/v1/files");
            problem(fourth, 429, "Too many wrong tokens");
            assertThat(Integer.parseInt(
                            fourth.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 61);
            assertThat(served.send(served.request("/hooks/cleo/c1")
                                    .header("Authorization", "Bearer " + ServedDaemon.FILE_KEY)
                                    .POST(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(429);
            assertThat(ServedDaemon.text(served.get("/metrics")))
                    .contains("mlc_http_refused_total{reason=\"sign-in\"} 3.0")
                    .contains("mlc_http_refused_total{reason=\"too-many-sign-ins\"} 2.0");
        }
    }

    @Test
    void a_bearer_is_one_in_any_case() {
        try (ServedDaemon served = new ServedDaemon("", folder)) {
            for (String scheme : List.of("bearer ", "BEARER ", "Bearer  ")) {
                assertThat(served.send(served.request("/api/v1/files")
                                        .header("Authorization", scheme + ServedDaemon.TOKEN))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void every_answer_has_headers_that_keep_browsers_careful() {
        try (ServedDaemon served = new ServedDaemon("", folder)) {
            for (String path : List.of("/", "/metrics", "/health", "/api/v1/files", "/nothing", "/openapi.yaml")) {
                var headers = served.get(path).headers();
                assertThat(headers.firstValue("X-Content-Type-Options"))
                        .as(path)
                        .contains("nosniff");
                assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                        .as(path)
                        .contains("frame-ancestors 'none'");
                assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            }
            assertThat(served.get("/api/v1/files").headers().firstValue("Cache-Control"))
                    .contains("no-store");
        }
    }

    @Test
    void what_is_no_http_is_told_as_a_problem() {
        try (ServedDaemon served = new ServedDaemon("", folder)) {
            for (String line : List.of(
                    "GET /%zz HTTP/1.1",
                    "GET /" + "a".repeat(9_000) + " HTTP/1.1",
                    "GET /api/v1/files?after=%zz HTTP/1.1",
                    "GET /x HTTP/1.1\r\nX: " + "a".repeat(10_000))) {
                try (RawConnection connection = new RawConnection(served.port())) {
                    String head = connection
                            .say(line + "\r\nHost: x\r\n" + SIGNED_IN + "\r\n")
                            .head();
                    assertThat(head)
                            .as(line.substring(0, 15))
                            .containsPattern("^HTTP/1.[01] 4\\d\\d")
                            .containsIgnoringCase("application/problem+json");
                }
            }
        }
    }
}
