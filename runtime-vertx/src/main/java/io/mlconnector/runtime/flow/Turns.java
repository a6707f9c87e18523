package io.mlconnector.runtime.flow;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Lets a few pieces of work run at once and the others wait for their turn. Between the stored intent of a write and its
 * outcome lies the one window in which a crash leaves a doubt: nothing waits inside of it for the rate of the gate.
 */
final class Turns {

    private final Context context;
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    Turns(Vertx vertx, int most) {
        this.context = vertx.getOrCreateContext();
        this.most = most;
    }

    <T> Future<T> inTurn(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(ignored -> {
            waiting.add(() -> work.get()
                    .onComplete(done -> context.runOnContext(alsoIgnored -> {
                        running--;
                        next();
                        promise.handle(done);
                    })));
            next();
        });
        return promise.future();
    }

    private void next() {
        while (running < most && !waiting.isEmpty()) {
            running++;
            waiting.remove().run();
        }
    }
}
