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
public final class Turns {

    private final Map<Object, Future<Void>> last = new HashMap<>();

    /** With nothing under way. */
    public Turns() {}

    /**
     * Runs the work when all earlier work on any of these things has ended, well or badly. All turns are taken at once, so that no
     * two pieces of work wait for each other.
     *
     * @param things what the work touches, told apart by {@code equals}
     */
    public <T> Future<T> inTurn(Set<?> things, Supplier<Future<T>> work) {
        List<Future<Void>> before = things.stream()
                .map(thing -> last.getOrDefault(thing, Future.succeededFuture()))
                .toList();
        Promise<Void> ended = Promise.promise();
        Future<Void> mine = ended.future();
        things.forEach(thing -> last.put(thing, mine));
        // What is waited for never fails.
        return Future.all(before).compose(ignored -> work.get()).onComplete(ignored -> {
            things.forEach(thing -> last.remove(thing, mine));
            ended.complete();
        });
    }
}
