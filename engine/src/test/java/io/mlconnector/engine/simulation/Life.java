package io.mlconnector.engine.simulation;

import io.mlconnector.engine.loop.Loop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** One process from its start to its end: an event loop that does nothing any more when the process is dead. */
final class Life implements Loop {

    private final VirtualTime time;
    private final Story story;
    private final Map<String, List<Consumer<String>>> listeners = new TreeMap<>();
    private final Consumer<Throwable> defects;
    private Instant stalledUntil = Instant.MIN;
    private Duration clockOffset = Duration.ZERO;
    private boolean alive = true;

    /**
     * Alive from now on.
     *
     * @param story is told of signals
     * @param defects takes what no piece of the engine should throw
     */
    Life(VirtualTime time, Story story, Consumer<Throwable> defects) {
        this.time = time;
        this.story = story;
        this.defects = defects;
    }

    boolean alive() {
        return alive;
    }

    void end() {
        alive = false;
    }

    /** The process stands still, and does everything that was due afterwards. */
    void stall(Duration length) {
        stalledUntil = time.now().plus(length);
    }

    /** Sets the clock. */
    void setClock(Duration offset) {
        clockOffset = offset;
    }

    Instant clock() {
        return time.now().plus(clockOffset);
    }

    /** Does something as this process, as soon as it can. */
    void post(Runnable work) {
        time.after(Duration.ZERO, () -> run(work));
    }

    private void run(Runnable work) {
        if (!alive) {
            return;
        }
        if (stalledUntil.isAfter(time.now())) {
            time.at(stalledUntil, () -> run(work));
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            defects.accept(e);
        }
    }

    @Override
    public Runnable after(Duration delay, Runnable work) {
        boolean[] cancelled = new boolean[1];
        Duration least = Duration.ofMillis(1);
        time.after(delay.compareTo(least) < 0 ? least : delay, () -> {
            if (!cancelled[0]) {
                run(() -> {
                    if (!cancelled[0]) {
                        work.run();
                    }
                });
            }
        });
        return () -> cancelled[0] = true;
    }

    @Override
    public long nanoTime() {
        return Duration.between(Instant.EPOCH, time.now()).toNanos();
    }

    @Override
    public <T> Future<T> await(CompletionStage<T> stage) {
        Promise<T> promise = Promise.promise();
        stage.whenComplete((value, failure) -> post(() -> {
            if (failure == null) {
                promise.complete(value);
            } else {
                promise.fail(failure);
            }
        }));
        return promise.future();
    }

    @Override
    public <T> Future<T> beside(Callable<T> work) {
        Promise<T> promise = Promise.promise();
        post(() -> {
            try {
                promise.complete(work.call());
            } catch (Exception e) {
                promise.fail(e);
            }
        });
        return promise.future();
    }

    @Override
    public void signal(String address, String body) {
        story.tell("signal", address, body);
        for (Consumer<String> listener : List.copyOf(listeners.getOrDefault(address, List.of()))) {
            post(() -> listener.accept(body));
        }
    }

    @Override
    public Runnable onSignal(String address, Consumer<String> listener) {
        listeners.computeIfAbsent(address, ignored -> new ArrayList<>()).add(listener);
        return () -> listeners.getOrDefault(address, new ArrayList<>()).remove(listener);
    }
}
