package io.mlconnector.architecture.planted.runtime.flow;

import io.vertx.core.Future;
import java.util.concurrent.CompletionStage;

/** Planted: nothing; the engine may cross. */
public record Engine(CompletionStage<String> stage) {

    public Future<String> future() {
        return Future.fromCompletionStage(stage);
    }
}
