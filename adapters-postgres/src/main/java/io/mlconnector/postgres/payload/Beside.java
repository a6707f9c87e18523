package io.mlconnector.postgres.payload;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Function;

/** Computes what takes long beside the event loop that asked for it. */
public final class Beside {

    private Beside() {}

    /** The result, on the context of the caller; a caller without a context computes it himself. */
    public static <T, R> Future<R> compute(T input, Function<T, R> work) {
        Context context = Vertx.currentContext();
        return context == null || !context.isEventLoopContext()
                ? Future.succeededFuture(input).map(work)
                : context.executeBlocking(() -> work.apply(input), false);
    }
}
