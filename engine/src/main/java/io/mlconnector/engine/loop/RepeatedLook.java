package io.mlconnector.engine.loop;

import io.mlconnector.domain.words.Problem;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at something again and again with a pause in between, until it is stopped, and tells health how it goes. A look that fails is
 * told and followed by the next one.
 */
public final class RepeatedLook implements Activity {

    private final Loop loop;
    private final InstantSource clock;
    private final Health health;
    private final String name;
    private final Duration pause;
    private final Supplier<Future<Optional<Problem>>> look;
    private Runnable timer = () -> {};
    private Future<Void> underWay = Future.succeededFuture();
    private boolean stopping;

    /**
     * Does not look yet.
     *
     * @param name under which health knows it
     * @param pause after each look
     * @param look completes with what is wrong; empty if all is well
     */
    public RepeatedLook(
            Loop loop,
            InstantSource clock,
            Health health,
            String name,
            Duration pause,
            Supplier<Future<Optional<Problem>>> look) {
        this.loop = loop;
        this.clock = clock;
        this.health = health;
        this.name = name;
        this.pause = pause;
        this.look = look;
    }

    @Override
    public void start() {
        look();
    }

    /** Begins no further look and waits for the one that is under way. */
    @Override
    public Future<Void> stop() {
        stopping = true;
        timer.run();
        return underWay.otherwiseEmpty();
    }

    /** Whether it was asked to stop: a long look ends early then. */
    public boolean stopping() {
        return stopping;
    }

    private void look() {
        if (stopping) {
            return;
        }
        health.begun(name, clock.instant());
        underWay = look.get()
                .onSuccess(this::say)
                .onFailure(failure -> say(Optional.of(BrokenOff.problem(name, failure))))
                .<Void>mapEmpty()
                .otherwiseEmpty()
                .onComplete(ignored -> {
                    health.rests(name, pause, clock.instant());
                    if (!stopping) {
                        timer = loop.after(pause, this::look);
                    }
                });
    }

    private void say(Optional<Problem> problem) {
        if (problem.isEmpty()) {
            health.working(name, clock.instant());
        } else {
            health.failing(name, problem.get(), clock.instant());
        }
    }
}
