package io.mlconnector.runtime.loop;

import io.mlconnector.engine.loop.Activity;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** An activity on an event loop of its own. */
public final class ActivityVerticle extends VerticleBase {

    private final Activity activity;

    /** For this activity. */
    public ActivityVerticle(Activity activity) {
        this.activity = activity;
    }

    @Override
    public Future<?> start() {
        activity.start();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return activity.stop();
    }
}
