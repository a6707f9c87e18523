package io.mlconnector.engine.loop;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets pieces of work that touch the same thing run one after another, in the order in which they came; others run beside them.
 * Used on one loop only.
 */
public final class KeyedQueue {

    private final Map<Object, Future<Void>> last = new HashMap<>();

    /** With nothing under way. */
    public KeyedQueue() {}

    /**
     * Runs the work when all earlier work under any of these keys has ended, well or badly. It waits for all of them at once, so
     * that no two pieces of work wait for each other.
     *
     * @param keys what the work touches, told apart by {@code equals}
     */
    public <T> Future<T> run(Set<?> keys, Supplier<Future<T>> work) {
        List<Future<Void>> before = keys.stream()
                .map(key -> last.getOrDefault(key, Future.succeededFuture()))
                .toList();
        Promise<Void> ended = Promise.promise();
        Future<Void> mine = ended.future();
        keys.forEach(key -> last.put(key, mine));
        // What is waited for never fails.
        return Future.all(before).compose(ignored -> work.get()).onComplete(ignored -> {
            keys.forEach(key -> last.remove(key, mine));
            ended.complete();
        });
    }
}
