package io.mlconnector.verification.verify.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.http.LoggedRequest;
import io.mlconnector.verification.verify.testbed.Caller;
import io.mlconnector.verification.verify.trouble.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestEtiquetteTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static LoggedRequest request(long millis, int port) {
        return new LoggedRequest(
                START.plusMillis(millis),
                Duration.ofMillis(millis).toNanos(),
                Duration.ofMillis(millis + 1).toNanos(),
                port,
                FaultPlan.System.CLEO,
                "GET",
                "/api/folders/1",
                200,
                null);
    }

    private static Caller caller(String name, Set<Integer> ports, Instant... deaths) {
        return new Caller(name, ports, Set.of(), List.of(deaths));
    }

    private static int busiest(List<LoggedRequest> requests, Caller... callers) {
        return new RequestEtiquette(requests, List.of(callers))
                .busiestSecond(START, START.plusSeconds(60))
                .requests();
    }

    @Test
    void a_second_begins_wherever_a_request_arrives() {
        List<LoggedRequest> requests =
                List.of(request(0, 1), request(600, 1), request(900, 1), request(1_599, 1), request(1_600, 1));
        assertThat(busiest(requests, caller("one", Set.of(1)))).isEqualTo(3);
    }

    @Test
    void callers_are_counted_apart() {
        List<LoggedRequest> requests = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            requests.add(request(i, 1 + i % 2));
        }
        assertThat(busiest(requests, caller("one", Set.of(1)), caller("two", Set.of(2))))
                .isEqualTo(2);
    }

    @Test
    void a_caller_that_died_does_not_know_what_it_had_sent() {
        List<LoggedRequest> requests = List.of(request(0, 1), request(10, 1), request(300, 1));
        assertThat(busiest(requests, caller("one", Set.of(1), START.plusMillis(100))))
                .isEqualTo(2);
    }

    @Test
    void a_request_soon_after_a_429_is_excused_only_where_answers_are_held_back() {
        RequestEtiquette.Breach soon = breach(150);
        assertThat(soon.excused(Trouble.SLOW_LINE)).isTrue();
        assertThat(soon.excused(Trouble.EVERYTHING)).isTrue();
        assertThat(soon.excused(Trouble.NONE)).isFalse();
        assertThat(soon.excused(Trouble.DAEMON_KILLED)).isFalse();
    }

    @Test
    void a_request_long_after_a_429_is_excused_nowhere() {
        RequestEtiquette.Breach late = breach(1_500);
        assertThat(Trouble.values()).noneMatch(late::excused);
    }

    @Test
    void what_crosses_a_429_on_its_way_is_no_breach() {
        assertThat(breaches(50)).isEmpty();
        assertThat(breaches(5_500)).as("after the time that was named").isEmpty();
    }

    private static RequestEtiquette.Breach breach(long millis) {
        assertThat(breaches(millis)).hasSize(1);
        return breaches(millis).getFirst();
    }

    /** A request so long after a 429 that asks for 5 seconds. */
    private static List<RequestEtiquette.Breach> breaches(long millis) {
        LoggedRequest refused = new LoggedRequest(
                START, 0, Duration.ofMillis(1).toNanos(), 1, FaultPlan.System.CLEO, "GET", "/api/folders/1", 429, "5");
        return new RequestEtiquette(List.of(refused, request(millis, 1)), List.of(caller("one", Set.of(1)))).breaches();
    }

    @Test
    void a_port_of_two_callers_proves_nothing() {
        assertThat(busiest(List.of(request(0, 1)), caller("one", Set.of(1)), caller("two", Set.of(1))))
                .isZero();
    }
}
