package io.mlconnector.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedTest {

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final AtomicLong told = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final Shared<Integer> shared = new Shared<>(told::get, () -> now);

    private int asked(boolean anew) {
        return shared.of(anew, () -> Future.succeededFuture(looks.incrementAndGet()))
                .result();
    }

    @Test
    void pages_that_ask_after_the_same_change_share_one_look() {
        told.incrementAndGet();
        assertThat(asked(true)).isEqualTo(1);
        assertThat(asked(true)).isEqualTo(1);
        told.incrementAndGet();
        assertThat(asked(true)).as("something was told since").isEqualTo(2);
    }

    @Test
    void who_opens_a_page_sees_what_is_now() {
        asked(true);
        assertThat(asked(false)).isEqualTo(2);
        assertThat(asked(true)).as("a later look is as good").isEqualTo(2);
    }

    @Test
    void nothing_is_shared_for_long_and_no_failure_at_all() {
        asked(true);
        now = now.plus(Duration.ofSeconds(6));
        assertThat(asked(true)).isEqualTo(2);
        shared.of(false, () -> Future.failedFuture("away"));
        assertThat(asked(true)).isEqualTo(3);
    }
}
