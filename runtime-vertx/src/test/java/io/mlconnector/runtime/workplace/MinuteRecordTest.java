package io.mlconnector.runtime.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.console.workplace.Minutes.Backlog;
import io.mlconnector.console.workplace.Minutes.Minute;
import io.mlconnector.console.workplace.Minutes.Requests;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.engine.loop.Loop;
import io.mlconnector.ports.overview.Hour;
import io.mlconnector.ports.overview.Overview;
import io.mlconnector.ports.overview.Punctuality;
import io.mlconnector.ports.overview.Standing;
import io.mlconnector.runtime.access.GateTraffic;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MinuteRecordTest {

    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private final Minutely loop = new Minutely();
    private final Map<String, Long> sent = new HashMap<>();
    private CompletionStage<Standing> standing = CompletableFuture.completedFuture(
            new Standing(Map.of(Condition.MOVING, 3L, Condition.HELD, 2L, Condition.FAILED, 1L), Map.of(), 0, 0, 0));
    private final MinuteRecord record =
            new MinuteRecord(loop, () -> NOON, new Counted(), () -> Map.of("cleo", new GateTraffic(5, sent)));

    @Test
    void each_minute_tells_what_was_sent_in_it_and_what_was_not_settled_then() {
        sent.put("/upload", 4L);
        sent.put("/download", 6L);
        assertThat(record.present()).containsEntry("cleo", new Requests(10, 6));
        loop.minute();
        sent.put("/upload", 5L);
        loop.minute();

        assertThat(record.past())
                .containsExactly(
                        new Minute(NOON, Map.of("cleo", new Requests(10, 6)), Optional.of(new Backlog(3, 0, 3))),
                        new Minute(NOON, Map.of("cleo", new Requests(1, 1)), Optional.of(new Backlog(3, 0, 3))));
        assertThat(record.present()).containsEntry("cleo", new Requests(0, 0));
        assertThat(record.limits()).containsEntry("cleo", 300.0);
    }

    @Test
    void what_could_not_be_counted_is_not_known_and_the_next_minute_comes_all_the_same() {
        standing = CompletableFuture.failedFuture(new IllegalStateException("The database is away"));
        loop.minute();
        loop.minute();

        assertThat(record.past()).hasSize(2).allMatch(minute -> minute.backlog().isEmpty());
    }

    @Test
    void no_more_than_three_hours_are_kept() {
        for (int i = 0; i < 2 * MinuteRecord.MOST; i++) {
            loop.minute();
        }
        assertThat(record.past()).hasSize(MinuteRecord.MOST);
    }

    private final class Counted implements Overview {
        @Override
        public CompletionStage<Standing> standing(Instant now) {
            return standing;
        }

        @Override
        public CompletionStage<List<Hour>> hours(Instant from, Instant to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Punctuality> punctuality(String connection, String partner, Instant from) {
            throw new UnsupportedOperationException();
        }
    }

    /** Time passes when it is told to. */
    private static final class Minutely implements Loop {
        private final Queue<Runnable> due = new ArrayDeque<>();

        void minute() {
            due.remove().run();
        }

        @Override
        public Runnable after(Duration delay, Runnable work) {
            assertThat(delay).isEqualTo(Duration.ofMinutes(1));
            due.add(work);
            return () -> due.remove(work);
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public <T> Future<T> await(CompletionStage<T> stage) {
            return Future.fromCompletionStage(stage);
        }

        @Override
        public <T> Future<T> beside(Callable<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signal(String address, String body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Runnable onSignal(String address, Consumer<String> listener) {
            throw new UnsupportedOperationException();
        }
    }
}
