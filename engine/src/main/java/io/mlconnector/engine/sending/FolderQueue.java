package io.mlconnector.engine.sending;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Lets one piece of work after another run for each folder: a gateway takes one upload into a folder at a time (reference
 * cleo, section 5), and a crash leaves one upload in doubt at most. Used on one loop only.
 */
final class FolderQueue {

    private final Map<Object, Future<Void>> last = new HashMap<>();

    /**
     * Runs the work when all earlier work for the same place has ended, well or badly.
     *
     * @param place whose turns these are
     */
    <T> Future<T> inTurn(Object place, Supplier<Future<T>> work) {
        Future<Void> before = last.getOrDefault(place, Future.succeededFuture());
        Promise<Void> ended = Promise.promise();
        Future<Void> mine = ended.future();
        last.put(place, mine);
        return before.compose(ignored -> work.get()).onComplete(ignored -> {
            last.remove(place, mine);
            ended.complete();
        });
    }
}
