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
 * outcome lies the one window in which a crash leaves a doubt. Turns begin no sooner than the gate's rate allows, so that
 * nothing waits inside of that window.
 */
final class Turns {

    private final Context context;
    private final Vertx vertx;
    private final int most;
    private final long pauseMillis;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /**
     * Lets work in.
     *
     * @param most at once
     * @param pauseMillis from the end of one turn to the begin of the next; 0 for none
     */
    Turns(Vertx vertx, int most, long pauseMillis) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.most = most;
        this.pauseMillis = pauseMillis;
    }

    <T> Future<T> inTurn(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(ignored -> {
            waiting.add(() -> work.get()
                    .onComplete(done -> context.runOnContext(alsoIgnored -> {
                        promise.handle(done);
                        if (pauseMillis > 0) {
                            vertx.setTimer(pauseMillis, tick -> context.runOnContext(later -> release()));
                        } else {
                            release();
                        }
                    })));
            next();
        });
        return promise.future();
    }

    private void release() {
        running--;
        next();
    }

    private void next() {
        while (running < most && !waiting.isEmpty()) {
            running++;
            waiting.remove().run();
        }
    }
}
