package io.mlconnector.architecture.planted.runtime.loop;

import io.vertx.core.Future;
import java.util.concurrent.CompletionStage;

/** Planted: nothing; the loop may cross. */
public record VertxLoop(CompletionStage<String> stage) {

    public Future<String> future() {
        return Future.fromCompletionStage(stage);
    }
}
