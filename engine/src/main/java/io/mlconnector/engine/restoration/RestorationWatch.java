package io.mlconnector.engine.restoration;

import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.RepeatedLook;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** Says in the health of the process that outgoing documents are held. Looks every few seconds. */
public final class RestorationWatch implements Activity {

    /** Its name in the health. */
    public static final String NAME = "Outgoing documents";

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Engine engine;
    private final RepeatedLook repeated;

    /** Over the journal of this engine. */
    public RestorationWatch(Engine engine, Health health) {
        this.engine = engine;
        this.repeated = new RepeatedLook(engine.loop(), engine.clock(), health, NAME, PAUSE, this::look);
    }

    @Override
    public void start() {
        repeated.start();
    }

    @Override
    public Future<Void> stop() {
        return repeated.stop();
    }

    private Future<Optional<Problem>> look() {
        return engine.onContext(engine.journal().cursor(Restoration.CODE))
                .map(text -> text.map(Restoration::parse)
                        .filter(Restoration::holding)
                        .map(Restoration::problem));
    }
}
