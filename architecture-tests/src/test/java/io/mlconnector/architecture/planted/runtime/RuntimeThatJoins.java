package io.mlconnector.architecture.planted.runtime;

import java.util.concurrent.CompletableFuture;

/** Planted: a thread that waits. */
public record RuntimeThatJoins(CompletableFuture<String> answer) {

    public String value() {
        return answer.join();
    }
}
