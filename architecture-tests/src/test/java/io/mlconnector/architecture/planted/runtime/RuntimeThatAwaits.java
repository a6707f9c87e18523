package io.mlconnector.architecture.planted.runtime;

import io.vertx.core.Future;

/** Planted: a thread that waits. */
public record RuntimeThatAwaits(Future<String> answer) {

    public String value() {
        return answer.await();
    }
}
