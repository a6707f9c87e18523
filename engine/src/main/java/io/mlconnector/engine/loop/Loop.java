package io.mlconnector.engine.loop;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The event loop as the engine sees it: timers, signals, and what other threads finish. On Vert.x it is an event loop with
 * its event bus; in a simulation it is a queue on virtual time, so that a seed repeats a whole run.
 */
public interface Loop {

    /**
     * Calls something later, on this loop.
     *
     * @param delay at least a millisecond is waited
     * @return cancels it; does nothing if it was called already
     */
    Runnable after(Duration delay, Runnable work);

    /** A clock that only goes forward, in nanoseconds; only differences mean anything. */
    long nanoTime();

    /** What a port answers, as a future whose listeners run on this loop. */
    <T> Future<T> await(CompletionStage<T> stage);

    /** Computes something long beside this loop; the future completes on it. */
    <T> Future<T> beside(Callable<T> work);

    /**
     * Tells everybody in this process who listens. A signal only makes somebody look sooner; it may be lost.
     *
     * @param address of the signal, see {@link Signals}
     * @param body anything
     */
    void signal(String address, String body);

    /**
     * Listens to a signal.
     *
     * @return ends it
     */
    Runnable onSignal(String address, Consumer<String> listener);
}
