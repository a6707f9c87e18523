package io.mlconnector.runtime.terminal;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** Makes event loops for a small daemon. */
public final class Loops {

    private Loops() {}

    public static Vertx start() {
        return Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4).setInternalBlockingPoolSize(2));
    }
}
