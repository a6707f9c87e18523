package io.mlconnector.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.engine.loop.KeyedQueue;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedQueueTest {

    private final KeyedQueue queue = new KeyedQueue();
    private final List<String> begun = new ArrayList<>();

    private Promise<Void> work(String name, Object... things) {
        Promise<Void> end = Promise.promise();
        queue.run(Set.of(things), () -> {
            begun.add(name);
            return end.future();
        });
        return end;
    }

    @Test
    void work_on_the_same_thing_waits_and_other_work_does_not() {
        Promise<Void> first = work("first", "PO-1");
        work("second", "PO-1");
        work("other", "PO-2");

        assertThat(begun).containsExactly("first", "other");
        first.complete();
        assertThat(begun).containsExactly("first", "other", "second");
    }

    @Test
    void work_on_several_things_waits_for_all_of_them_and_nobody_waits_for_each_other() {
        Promise<Void> one = work("one", "PO-1");
        Promise<Void> two = work("two", "PO-2");
        Promise<Void> both = work("both", "PO-2", "PO-1");
        work("after", "PO-1");

        one.complete();
        assertThat(begun).containsExactly("one", "two");
        two.complete();
        assertThat(begun).containsExactly("one", "two", "both");
        both.complete();
        assertThat(begun).containsExactly("one", "two", "both", "after");
    }

    @Test
    void work_that_ends_badly_lets_the_next_go_on() {
        Promise<Void> first = work("first", "PO-1");
        work("second", "PO-1");
        first.fail("broken");
        queue.run(Set.of("PO-1"), () -> {
            throw new IllegalStateException("a defect");
        });

        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void work_that_touches_nothing_begins_at_once() {
        queue.run(Set.of(), () -> {
            begun.add("free");
            return Future.succeededFuture();
        });

        assertThat(begun).containsExactly("free");
    }
}
