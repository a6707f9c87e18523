package io.mlconnector.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Waits for stages, never longer than a test may take. */
public final class Stages {

    private static final long SECONDS = 20;

    private Stages() {}

    /** What a stage completes with. */
    public static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("The stage failed", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("The stage did not complete", e);
        }
    }

    /** Asserts that a stage fails, and waits for that. */
    public static void awaitFailure(CompletionStage<?> stage) {
        assertThat(stage.toCompletableFuture()).failsWithin(java.time.Duration.ofSeconds(SECONDS));
    }

    /** The value of a success. */
    public static <T> T done(CompletionStage<Outcome<T>> stage) {
        Outcome<T> outcome = await(stage);
        if (outcome instanceof Outcome.Done<T>(T value)) {
            return value;
        }
        throw new AssertionError("Not done, but " + outcome);
    }

    /** Why something was refused. */
    public static Problem refused(CompletionStage<? extends Outcome<?>> stage) {
        Outcome<?> outcome = await(stage);
        if (outcome instanceof Outcome.Refused<?>(Problem why)) {
            return why;
        }
        throw new AssertionError("Not refused, but " + outcome);
    }

    /** Why something did not happen. */
    public static Outcome.NotNow<?> notNow(CompletionStage<? extends Outcome<?>> stage) {
        Outcome<?> outcome = await(stage);
        if (outcome instanceof Outcome.NotNow<?> notNow) {
            return notNow;
        }
        throw new AssertionError("Not 'not now', but " + outcome);
    }

    /** Why nobody knows. */
    public static Problem unknown(CompletionStage<? extends Outcome<?>> stage) {
        Outcome<?> outcome = await(stage);
        if (outcome instanceof Outcome.Unknown<?>(Problem why)) {
            return why;
        }
        throw new AssertionError("Not unknown, but " + outcome);
    }

    /** Lets several threads do something at the same moment, and waits for all of them. */
    public static <T> List<T> together(int threads, IntFunction<CompletionStage<T>> work) {
        CountDownLatch start = new CountDownLatch(1);
        List<T> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                futures.add(executor.submit(() -> {
                    start.await();
                    return await(work.apply(number));
                }));
            }
            start.countDown();
            for (Future<T> future : futures) {
                results.add(future.get(SECONDS, TimeUnit.SECONDS));
            }
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError("Not all threads came through", e);
        }
        return results;
    }
}
