package io.mlconnector.architecture.planted.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Planted: a thread that waits. */
public record RuntimeThatGets(CompletableFuture<String> answer) {

    public String value() throws ExecutionException, InterruptedException {
        return answer.get();
    }
}
