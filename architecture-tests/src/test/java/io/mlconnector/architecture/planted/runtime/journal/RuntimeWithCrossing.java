package io.mlconnector.architecture.planted.runtime.journal;

import io.vertx.core.Future;
import java.util.concurrent.CompletionStage;

/** Planted: a crossing outside of the engine. */
public record RuntimeWithCrossing(CompletionStage<String> stage) {

    public Future<String> future() {
        return Future.fromCompletionStage(stage);
    }
}
