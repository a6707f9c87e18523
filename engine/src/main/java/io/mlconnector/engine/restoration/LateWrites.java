package io.mlconnector.engine.restoration;

import io.mlconnector.domain.invoicing.Examination;
import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.engine.Engine;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether writes that were under way when the journal was put back may still arrive. A restoration is noticed at a start, so this is
 * asked of the journal only until it is over.
 */
public final class LateWrites {

    private final Engine engine;
    private boolean over;

    /** On the journal of this engine. */
    public LateWrites(Engine engine) {
        this.engine = engine;
    }

    /** Why nothing may be created in F&O yet, and for how long; empty if it may. */
    public Future<Optional<Examination.Later>> expected() {
        if (over) {
            return Future.succeededFuture(Optional.empty());
        }
        Duration writes = engine.circumstances().timing().untilNoCounts();
        return engine.onContext(engine.journal().cursor(Restoration.CODE))
                .map(text -> text.map(Restoration::parse)
                        .flatMap(restoration -> restoration
                                .lateWrites(engine.clock().instant(), writes)
                                .map(left -> new Examination.Later(
                                        restoration.whileWritesMayArrive(writes), Optional.of(left)))))
                .onSuccess(expected -> over = expected.isEmpty());
    }
}
