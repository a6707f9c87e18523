package io.mlconnector.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.postgres.support.Awaiting;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopDelaysTest {

    @Test
    void the_longest_delay_and_what_ninety_nine_of_a_hundred_do_not_exceed_are_told() {
        LoopDelays delays = new LoopDelays(System::nanoTime);
        for (int i = 1; i <= 200; i++) {
            delays.told("a", Duration.ofMillis(i));
        }
        assertThat(delays.lastMinute())
                .containsOnlyKeys("a")
                .containsEntry("a", new LoopDelays.Delay(Duration.ofMillis(200), Duration.ofMillis(198)));
    }

    @Test
    void what_is_older_than_a_minute_is_forgotten() {
        LoopDelays delays = new LoopDelays(System::nanoTime);
        delays.told("a", Duration.ofSeconds(3));
        for (int i = 0; i < 5_000; i++) {
            delays.told("a", Duration.ofMillis(1));
        }
        assertThat(delays.lastMinute())
                .containsEntry("a", new LoopDelays.Delay(Duration.ofMillis(1), Duration.ofMillis(1)));
    }

    @Test
    void every_event_loop_is_watched_and_one_that_is_held_shows_it() {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        try {
            LoopDelays delays = new LoopDelays(System::nanoTime);
            Awaiting.await(delays.watchAll(vertx));
            Awaiting.until(
                    "both tell",
                    Duration.ofSeconds(5),
                    () -> delays.lastMinute().size() == 2);
            vertx.runOnContext(ignored -> hold());
            Awaiting.until(
                    "the delay shows",
                    Duration.ofSeconds(5),
                    () -> delays.lastMinute().values().stream()
                            .anyMatch(delay -> delay.most().toMillis() >= 200));
        } finally {
            Awaiting.await(vertx.close());
        }
    }

    /** Waits for what never comes, as a blocking call would. */
    private static void hold() {
        try {
            assertThat(new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
