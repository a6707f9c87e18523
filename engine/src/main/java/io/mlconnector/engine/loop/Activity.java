package io.mlconnector.engine.loop;

import io.vertx.core.Future;

/** Something that goes on by itself from its start to its stop, all of it on one loop. */
public interface Activity {

    /** Begins. */
    void start();

    /** Begins nothing new; completes when what is under way is finished or left safely. */
    Future<Void> stop();
}
