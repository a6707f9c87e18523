package io.mlconnector.runtime.loop;

import io.mlconnector.engine.loop.Activity;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** An activity on an event loop of its own. */
public final class ActivityVerticle extends VerticleBase {

    private final Activity activity;
    private final String name;
    private final Heartbeats heartbeats;

    /**
     * For this activity.
     *
     * @param name names its event loop among the heartbeats
     */
    public ActivityVerticle(Activity activity, String name, Heartbeats heartbeats) {
        this.activity = activity;
        this.name = name;
        this.heartbeats = heartbeats;
    }

    @Override
    public Future<?> start() {
        heartbeats.beat(name);
        vertx.setPeriodic(Heartbeats.EVERY.toMillis(), ignored -> heartbeats.beat(name));
        activity.start();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return activity.stop().onComplete(ignored -> heartbeats.end(name));
    }
}
