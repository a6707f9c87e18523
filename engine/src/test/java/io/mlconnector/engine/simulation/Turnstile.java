package io.mlconnector.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The gate of one process before one remote system, on virtual time: requests leave with a least time between them, and none
 * leaves as long as the system has asked to be left alone.
 */
final class Turnstile {

    private final VirtualTime time;
    private final Life life;
    private final Duration apart;
    private Instant nextTurn = Instant.MIN;
    private Instant closedUntil = Instant.MIN;

    /** Open; zero {@code apart} lets everybody through at once. */
    Turnstile(VirtualTime time, Life life, Duration apart) {
        this.time = time;
        this.life = life;
        this.apart = apart;
    }

    /**
     * Lets a request leave when its turn has come.
     *
     * @param closed is told instead how long the gate stays closed
     */
    void pass(Runnable leave, Consumer<Duration> closed) {
        Instant now = time.now();
        if (closedUntil.isAfter(now)) {
            closed.accept(Duration.between(now, closedUntil));
            return;
        }
        Instant turn = nextTurn.isAfter(now) ? nextTurn : now;
        nextTurn = turn.plus(apart);
        if (turn.equals(now)) {
            leave.run();
            return;
        }
        life.after(Duration.between(now, turn), () -> {
            Instant then = time.now();
            if (closedUntil.isAfter(then)) {
                closed.accept(Duration.between(then, closedUntil));
            } else {
                leave.run();
            }
        });
    }

    /** The system asks to be left alone. */
    void close(Duration length) {
        Instant until = time.now().plus(length);
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }
}
