package io.mlconnector.twin.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.fault.FaultPlan.System;
import io.mlconnector.twin.http.RequestLog.Excuses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestLogTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final String FILES = "/api/files/1";
    private static final String FOLDERS = "/api/folders";

    private static LoggedRequest request(long millis, System system, String path) {
        return answered(millis, millis + 1, system, path, 200, null);
    }

    private static LoggedRequest answered(
            long millis, long answeredMillis, System system, String path, int status, @Nullable String retryAfter) {
        return new LoggedRequest(
                START.plusMillis(millis),
                millis * 1_000_000,
                answeredMillis * 1_000_000,
                4000,
                system,
                "GET",
                path,
                status,
                retryAfter);
    }

    private static LoggedRequest throttled(long millis, System system, String path, String retryAfter) {
        return answered(millis, millis + 10, system, path, 429, retryAfter);
    }

    private static List<String> early(Excuses excuses, LoggedRequest... requests) {
        return new RequestLog(List.of(requests))
                .insideRetryAfter(excuses).stream()
                        .map(early -> early.request().path() + " at "
                                + Duration.between(START, early.request().at()).toMillis())
                        .toList();
    }

    @Test
    void theBusiestSecondMayBeginAnywhere() {
        RequestLog log = new RequestLog(IntStream.of(0, 600, 700, 800, 1599, 1600, 3000)
                .mapToObj(millis -> request(millis, System.CLEO, FILES))
                .toList());
        assertThat(log.mostInAnySecond(System.CLEO, "files")).isEqualTo(4);
        assertThat(log.mostInAnySecond(System.CLEO, "folders")).isZero();
        assertThat(log.mostInAnySecond(System.DYNAMICS, LoggedRequest.ENVIRONMENT))
                .isZero();
    }

    @Test
    void theBusiestIntervalIsAveraged() {
        RequestLog log = new RequestLog(IntStream.range(0, 40)
                .mapToObj(n -> request(n < 30 ? n * 200L : 60_000 + n * 1000L, System.CLEO, FOLDERS))
                .toList());
        assertThat(log.busiestAverage(System.CLEO, "folders", Duration.ofSeconds(5)))
                .isEqualTo(5.0);
        assertThat(log.busiestAverage(System.CLEO, "folders", Duration.ofSeconds(10)))
                .isEqualTo(3.0);
    }

    @Test
    void requestsBeforeRetryAfterAreReported() {
        assertThat(early(
                        Excuses.none(),
                        throttled(0, System.CLEO, FILES, "2"),
                        request(5, System.CLEO, FILES),
                        request(1000, System.CLEO, FOLDERS),
                        request(1500, System.CLEO, FILES),
                        request(2010, System.CLEO, FILES)))
                .containsExactly(FILES + " at 1500");
    }

    @Test
    void aDateClosesTheWindowToo() {
        assertThat(early(
                        Excuses.none(),
                        throttled(0, System.CLEO, FILES, "Fri, 20 Nov 2026 10:00:03 GMT"),
                        request(2900, System.CLEO, FILES),
                        request(3000, System.CLEO, FILES)))
                .containsExactly(FILES + " at 2900");
        assertThat(early(Excuses.none(), throttled(0, System.CLEO, FILES, "tomorrow"), request(20, System.CLEO, FILES)))
                .isEmpty();
    }

    @Test
    void theWholeEnvironmentIsThrottledTogetherAndItsTokensApart() {
        String token = "/t/oauth2/v2.0/token";
        assertThat(early(
                        Excuses.none(),
                        answered(0, 1, System.DYNAMICS, "/data/$batch", 200, "1"),
                        request(100, System.DYNAMICS, "/data/VendorsV2"),
                        request(200, System.DYNAMICS, token),
                        request(300, System.CLEO, FILES)))
                .containsExactly("/data/VendorsV2 at 100");
        assertThat(early(
                        Excuses.none(),
                        answered(0, 1, System.DYNAMICS, token, 503, "1"),
                        answered(50, 51, System.DYNAMICS, "/data/VendorsV2", 400, "9"),
                        request(100, System.DYNAMICS, "/data/VendorsV2"),
                        request(200, System.DYNAMICS, token)))
                .containsExactly(token + " at 200");
    }

    @Test
    void latencyAKilledCallerAndABrokenConnectionAreExceptions() {
        LoggedRequest[] requests = {throttled(0, System.CLEO, FILES, "2"), request(150, System.CLEO, FILES)};
        assertThat(early(Excuses.none(), requests)).hasSize(1);
        assertThat(early(new Excuses(Duration.ofMillis(140), List.of(), Set.of()), requests))
                .isEmpty();
        assertThat(early(new Excuses(Duration.ZERO, List.of(START.plusMillis(100)), Set.of()), requests))
                .isEmpty();
        assertThat(early(new Excuses(Duration.ZERO, List.of(START.plusMillis(160)), Set.of()), requests))
                .hasSize(1);
        assertThat(early(new Excuses(Duration.ZERO, List.of(), Set.of(4000)), requests))
                .isEmpty();
        assertThat(early(new Excuses(Duration.ZERO, List.of(), Set.of(4001)), requests))
                .hasSize(1);
    }
}
