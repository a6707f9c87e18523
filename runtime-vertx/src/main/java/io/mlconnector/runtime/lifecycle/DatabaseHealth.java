package io.mlconnector.runtime.lifecycle;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.postgres.embedded.DatabaseWatcher;
import java.time.InstantSource;

/** Tells the health check and the log how the server of the embedded database fares. */
final class DatabaseHealth implements DatabaseWatcher {

    private static final String WHAT = "embedded database";

    private final Health health;
    private final InstantSource clock;

    DatabaseHealth(Health health, InstantSource clock) {
        this.health = health;
        this.clock = clock;
    }

    @Override
    public void lives() {
        health.working(WHAT, clock.instant());
    }

    @Override
    public void ended(ProblemCode code, String message) {
        health.failing(WHAT, Problem.of(code, "", message), clock.instant());
    }
}
