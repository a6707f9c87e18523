package io.mlconnector.dynamics.internal.wire;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Lets something begin when others had the time to join: after the present turn of the caller's event loop, and a moment. The timer does
 * not belong to the caller: a verticle that ends takes its own timers with it, and whoever had joined would wait for ever.
 */
public final class Gathering {

    private final Vertx vertx;
    private final Context context;
    private final Duration moment;

    /** Of an object that outlives those who call it, and is made outside of any verticle. */
    public Gathering(Vertx vertx, Duration moment) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.moment = moment;
    }

    /** Begins, once. */
    public void then(Runnable begin) {
        vertx.runOnContext(
                turnIsOver -> context.runOnContext(ours -> vertx.setTimer(moment.toMillis(), passed -> begin.run())));
    }
}
