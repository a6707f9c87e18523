package io.mlconnector.runtime.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.ports.access.Gate;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The gate of one remote system. All of its state is touched on one event loop only.
 *
 * <p>Requests with one rate key leave evenly spaced: the rate holds for every second, not only on average. What asks us
 * to stay away closes the gate for that key until then. A system that keeps failing is left alone for a while.
 */
public final class VertxGate implements Gate {

    private static final int MOST_WAITING = 512;

    private final Vertx vertx;
    private final Context context;
    private final String name;
    private final GateLimits limits;
    private final InstantSource clock;
    private final CircuitBreaker breaker;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int underWay;

    /**
     * Makes an open gate.
     *
     * @param name of the remote system, for messages
     */
    public VertxGate(Vertx vertx, String name, GateLimits limits, InstantSource clock) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.name = name;
        this.limits = limits;
        this.clock = clock;
        this.breaker = CircuitBreaker.create(
                name,
                vertx,
                new CircuitBreakerOptions()
                        .setMaxFailures(limits.failuresToOpen())
                        .setResetTimeout(limits.pauseWhenOpen().toMillis())
                        .setTimeout(-1)
                        .setNotificationPeriod(0));
    }

    /** The requests of one rate key. */
    private static final class Lane {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private final Bucket bucket;
        private Instant closedUntil = Instant.MIN;
        private boolean timerSet;

        Lane(Bucket bucket) {
            this.bucket = bucket;
        }
    }

    @Override
    public <T> CompletionStage<Passage<T>> pass(
            String rateKey, Supplier<CompletionStage<T>> request, Function<T, Verdict> judge) {
        Promise<Passage<T>> promise = Promise.promise();
        context.runOnContext(ignored -> enter(rateKey, request, judge, promise));
        return promise.future().toCompletionStage();
    }

    private <T> void enter(
            String rateKey,
            Supplier<CompletionStage<T>> request,
            Function<T, Verdict> judge,
            Promise<Passage<T>> promise) {
        Lane lane = lanes.computeIfAbsent(rateKey, ignored -> new Lane(bucket()));
        Instant now = clock.instant();
        if (now.isBefore(lane.closedUntil)) {
            promise.complete(new Passage.Closed<>(
                    Problem.of("throttled", name, name + " asked us to stay away for a while."),
                    Optional.of(Duration.between(now, lane.closedUntil))));
            return;
        }
        if (lane.waiting.size() >= MOST_WAITING) {
            promise.complete(new Passage.Closed<>(
                    Problem.of("throttled", name, "Too many requests wait for " + name + " already."),
                    Optional.of(Duration.ofSeconds(5))));
            return;
        }
        lane.waiting.add(() -> leave(lane, request, judge, promise));
        pump(lane);
    }

    /** Lets out as many as rate and bound allow, and comes back when the next may leave. */
    private void pump(Lane lane) {
        while (!lane.waiting.isEmpty() && underWay < limits.mostAtOnce()) {
            long nanos = lane.bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
            if (nanos > 0) {
                if (!lane.timerSet) {
                    lane.timerSet = true;
                    vertx.setTimer(
                            Math.max(1, nanos / 1_000_000 + 1),
                            ignored -> context.runOnContext(alsoIgnored -> {
                                lane.timerSet = false;
                                pump(lane);
                            }));
                }
                return;
            }
            lane.bucket.tryConsume(1);
            underWay++;
            lane.waiting.remove().run();
        }
    }

    private <T> void leave(
            Lane lane, Supplier<CompletionStage<T>> request, Function<T, Verdict> judge, Promise<Passage<T>> promise) {
        Instant now = clock.instant();
        if (now.isBefore(lane.closedUntil)) {
            finish();
            promise.complete(new Passage.Closed<>(
                    Problem.of("throttled", name, name + " asked us to stay away for a while."),
                    Optional.of(Duration.between(now, lane.closedUntil))));
            return;
        }
        breaker.<T>execute(() -> Future.fromCompletionStage(request.get(), context)
                        .compose(answer -> {
                            Verdict verdict = judge.apply(answer);
                            if (verdict instanceof Verdict.Away(Duration time)) {
                                lane.closedUntil = clock.instant().plus(time);
                            }
                            return verdict instanceof Verdict.Ill
                                    ? Future.failedFuture(new IllAnswer(answer))
                                    : Future.succeededFuture(answer);
                        }))
                .onComplete(done -> context.runOnContext(ignored -> {
                    finish();
                    promise.complete(done.succeeded() ? new Passage.Answered<>(done.result()) : passage(done.cause()));
                }));
    }

    @SuppressWarnings("unchecked") // an IllAnswer carries what this very call answered
    private <T> Passage<T> passage(Throwable failure) {
        if (failure instanceof IllAnswer ill) {
            return new Passage.Answered<>((T) ill.answer);
        }
        if (failure instanceof OpenCircuitException) {
            return new Passage.Closed<>(
                    Problem.of(
                            "circuit-open",
                            name,
                            name + " failed several times in a row and is left alone for "
                                    + limits.pauseWhenOpen().toSeconds() + " seconds."),
                    Optional.of(limits.pauseWhenOpen()));
        }
        return new Passage.Broken<>(failure);
    }

    private void finish() {
        underWay--;
        lanes.values().forEach(this::pump);
    }

    /** One token, refilled after an even interval a little longer than the rate asks for. */
    private Bucket bucket() {
        if (limits.requestsPerSecond() <= 0) {
            return Bucket.builder()
                    .addLimit(Bandwidth.builder()
                            .capacity(1_000_000)
                            .refillGreedy(1_000_000, Duration.ofMillis(1))
                            .build())
                    .build();
        }
        Duration interval = Duration.ofNanos((long) (1.02e9 / limits.requestsPerSecond()));
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(1)
                        .refillIntervally(1, interval)
                        .build())
                .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
                .build();
    }

    /** Carries an answer through the circuit breaker as a failure. */
    private static final class IllAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Object answer;

        IllAnswer(Object answer) {
            super("The remote system is ill", null, false, false);
            this.answer = answer;
        }
    }
}
