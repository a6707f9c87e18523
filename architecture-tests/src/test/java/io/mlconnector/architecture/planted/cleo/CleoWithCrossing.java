package io.mlconnector.architecture.planted.cleo;

import io.vertx.core.Future;
import java.util.concurrent.CompletionStage;

/** Planted: a crossing outside of the HTTP client. */
public record CleoWithCrossing(CompletionStage<String> stage) {

    public Future<String> future() {
        return Future.fromCompletionStage(stage);
    }
}
