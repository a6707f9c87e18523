package io.mlconnector.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneAfterAnotherTest {

    private static final List<Integer> MANY =
            IntStream.range(0, 100_000).boxed().toList();

    private final List<Integer> seen = new ArrayList<>();

    @Test
    void many_that_are_done_later_are_done_in_order_and_never_two_at_once() {
        Deque<Promise<Void>> underWay = new ArrayDeque<>();
        Future<Void> all = OneAfterAnother.of(MANY, one -> {
            seen.add(one);
            Promise<Void> later = Promise.promise();
            underWay.add(later);
            return later.future();
        });
        while (!underWay.isEmpty()) {
            assertThat(underWay.size()).isEqualTo(1);
            underWay.poll().complete();
        }
        assertThat(all.succeeded()).isTrue();
        assertThat(seen).isEqualTo(MANY);
    }

    @Test
    void many_that_are_done_at_once_need_no_deeper_stack() {
        Future<Void> all = OneAfterAnother.of(MANY, one -> {
            seen.add(one);
            return Future.succeededFuture();
        });
        assertThat(all.succeeded()).isTrue();
        assertThat(seen).isEqualTo(MANY);
    }

    @Test
    void nothing_is_done_after_one_that_failed() {
        Future<Void> told = OneAfterAnother.of(MANY, one -> {
            seen.add(one);
            return one == 7 ? Future.failedFuture("the seventh") : Future.succeededFuture();
        });
        assertThat(told.cause()).hasMessage("the seventh");
        assertThat(seen).hasSize(8);
        Future<Void> thrown = OneAfterAnother.of(MANY, one -> {
            throw new IllegalStateException("thrown");
        });
        assertThat(thrown.cause()).hasMessage("thrown");
    }
}
