package io.mlconnector.engine.intake;

import io.mlconnector.engine.loop.Loop;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Work of which one piece is under way at a time, in the order in which it was asked for: large files of all folders share
 * the memory. May be used by several event loops.
 */
public final class OneAtATime {

    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private boolean taken;

    /** Does the work on this loop when it is its turn; whatever comes of it, the next one follows. */
    <T> Future<T> run(Loop loop, Supplier<Future<T>> work) {
        return loop.await(turn()).compose(ignored -> work.get()).onComplete(ignored -> next());
    }

    private synchronized CompletableFuture<Void> turn() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        if (taken) {
            waiting.add(turn);
        } else {
            taken = true;
            turn.complete(null);
        }
        return turn;
    }

    private void next() {
        CompletableFuture<Void> following;
        synchronized (this) {
            following = waiting.poll();
            taken = following != null;
        }
        if (following != null) {
            following.complete(null);
        }
    }
}
