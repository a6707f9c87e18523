package io.mlconnector.runtime.cli;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** Makes event loops for a small daemon. */
final class Loops {

    private Loops() {}

    static Vertx start() {
        return Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4).setInternalBlockingPoolSize(2));
    }
}
