package io.mlconnector.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

    private final AtomicLong now = new AtomicLong();
    private final Heartbeats heartbeats = new Heartbeats(now::get);

    @Test
    void an_event_loop_that_says_nothing_for_long_is_stuck_and_one_that_ended_is_not() {
        heartbeats.beat("a");
        heartbeats.beat("b");
        heartbeats.beat("c");
        now.addAndGet(Duration.ofSeconds(15).toNanos());
        heartbeats.beat("b");
        heartbeats.end("c");
        assertThat(heartbeats.stuck()).isEmpty();
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(heartbeats.stuck()).containsExactly("a");
        heartbeats.beat("a");
        assertThat(heartbeats.stuck()).isEmpty();
    }
}
