package io.mlconnector.engine.loop;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.function.Function;

/**
 * Does something with many things, one after another, however many there are: futures that are composed into each other end in as many
 * calls within each other, for which a stack has no room from a few thousand on.
 */
public final class OneAfterAnother {

    private OneAfterAnother() {}

    /** With each of these, until all are done or one failed. */
    public static <T> Future<Void> of(Iterable<T> items, Function<T, Future<Void>> work) {
        Promise<Void> done = Promise.promise();
        next(items.iterator(), work, done);
        return done.future();
    }

    private static <T> void next(Iterator<T> items, Function<T, Future<Void>> work, Promise<Void> done) {
        while (items.hasNext()) {
            Future<Void> one;
            try {
                one = work.apply(items.next());
            } catch (RuntimeException e) {
                done.fail(e);
                return;
            }
            if (!one.succeeded()) {
                one.onFailure(done::fail).onSuccess(ignored -> next(items, work, done));
                return;
            }
        }
        done.complete();
    }
}
