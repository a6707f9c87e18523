package io.mlconnector.verification.verify.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.http.LoggedRequest;
import io.mlconnector.verification.verify.testbed.Caller;
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
    void a_port_of_two_callers_proves_nothing() {
        assertThat(busiest(List.of(request(0, 1)), caller("one", Set.of(1)), caller("two", Set.of(1))))
                .isZero();
    }
}
