package io.mlconnector.runtime.loop;

import io.mlconnector.engine.loop.Loop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The event loops of Vert.x: each caller works on the context on which it was started. */
public final class VertxLoop implements Loop {

    private final Vertx vertx;

    /** On these event loops. */
    public VertxLoop(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Runnable after(Duration delay, Runnable work) {
        long timer = vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> work.run());
        return () -> vertx.cancelTimer(timer);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    /** The one place where a stage of a port becomes a future, on a context of ours. */
    @Override
    public <T> Future<T> await(CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, vertx.getOrCreateContext());
    }

    @Override
    public <T> Future<T> beside(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    @Override
    public void signal(String address, String body) {
        vertx.eventBus().publish(address, body);
    }

    @Override
    public Runnable onSignal(String address, Consumer<String> listener) {
        MessageConsumer<String> consumer =
                vertx.eventBus().localConsumer(address, message -> listener.accept(message.body()));
        return consumer::unregister;
    }
}
