package io.mlconnector.engine.restoration;

import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Health;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** Says in the health of the process that outgoing documents are held. Looks every few seconds. */
public final class RestorationWatch implements Activity {

    /** Its name in the health. */
    public static final String NAME = "Outgoing documents";

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Engine engine;
    private final Health health;
    private Runnable timer = () -> {};
    private Future<Void> underWay = Future.succeededFuture();
    private boolean stopping;

    /** Over the journal of this engine. */
    public RestorationWatch(Engine engine, Health health) {
        this.engine = engine;
        this.health = health;
    }

    @Override
    public void start() {
        look();
    }

    @Override
    public Future<Void> stop() {
        stopping = true;
        timer.run();
        return underWay.otherwiseEmpty();
    }

    private void look() {
        if (stopping) {
            return;
        }
        health.begun(NAME, engine.clock().instant());
        underWay = engine.onContext(engine.journal().cursor(Restoration.CODE))
                .map(text -> text.map(Restoration::parse).filter(Restoration::holding))
                .onSuccess(held -> say(held.map(Restoration::problem)))
                .onFailure(failure -> say(Optional.of(BrokenOff.problem(NAME, failure))))
                .<Void>mapEmpty()
                .otherwiseEmpty()
                .onComplete(ignored -> {
                    health.rests(NAME, PAUSE, engine.clock().instant());
                    if (!stopping) {
                        timer = engine.loop().after(PAUSE, this::look);
                    }
                });
    }

    private void say(Optional<Problem> problem) {
        if (problem.isEmpty()) {
            health.working(NAME, engine.clock().instant());
        } else {
            health.failing(NAME, problem.get(), engine.clock().instant());
        }
    }
}
