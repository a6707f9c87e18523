package io.mlconnector.verification.verify.testbed;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits on the thread of the command. */
public final class Waiting {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private Waiting() {}

    /** The result of something that takes less than a minute. */
    public static <T> T await(Future<T> future) {
        return await(future, TIMEOUT);
    }

    public static <T> T await(Future<T> future, Duration timeout) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "An operation did not finish within " + timeout.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public static void pause(Duration howLong) {
        try {
            boolean never = new CountDownLatch(1).await(howLong.toMillis(), TimeUnit.MILLISECONDS);
            if (never) {
                throw new IllegalStateException("Nobody counts down");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted", e);
    }
}
