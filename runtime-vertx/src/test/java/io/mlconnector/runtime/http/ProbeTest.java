package io.mlconnector.runtime.http;

import static io.mlconnector.postgres.support.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.testing.contract.SettableClock;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProbeTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-10T09:15:00Z"));
    private final AtomicInteger asked = new AtomicInteger();

    private Probe probe(Future<Void> answer) {
        return new Probe(
                () -> {
                    asked.incrementAndGet();
                    return answer;
                },
                clock);
    }

    @Test
    void an_answer_holds_for_a_moment_and_is_asked_for_again_afterwards() {
        Probe probe = probe(Future.succeededFuture());
        for (int i = 0; i < 100; i++) {
            assertThat(await(probe.answers())).isTrue();
        }
        assertThat(asked).hasValue(1);
        clock.advance(Probe.HOLDS);
        assertThat(await(probe.answers())).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_question_that_is_not_answered_is_asked_once_and_taken_for_a_no_in_time() {
        Promise<Void> never = Promise.promise();
        Probe probe = probe(never.future());
        long before = System.nanoTime();
        for (int i = 0; i < 2; i++) {
            assertThat(await(probe.answers())).isFalse();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_failure_is_a_no() {
        assertThat(await(probe(Future.failedFuture("away")).answers())).isFalse();
    }
}
