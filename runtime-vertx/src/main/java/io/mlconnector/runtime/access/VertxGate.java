package io.mlconnector.runtime.access;

import io.mlconnector.domain.flow.NotNowReason;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.access.Intent;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The gate of one remote system. All of its state is touched on one event loop only.
 *
 * <p>The rate of a rate key holds for every second, not only on average. What asks us to stay away closes the gate for
 * that key until then. A system that keeps failing is left alone for a while. The intent of a write is stored when its
 * turn has come, and the write leaves next.
 */
public final class VertxGate implements Gate {

    private static final int MOST_WAITING = 512;

    private final Vertx vertx;
    private final Context context;
    private final String name;
    private final GateLimits limits;
    private final Closings closings;
    private final InstantSource clock;
    private final CircuitBreaker breaker;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int underWay;

    /**
     * Makes an open gate.
     *
     * @param name of the remote system, for messages
     * @param closings what is remembered of times to stay away
     */
    public VertxGate(Vertx vertx, String name, GateLimits limits, Closings closings, InstantSource clock) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.name = name;
        this.limits = limits;
        this.closings = closings;
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
        private final Queue<Entry<?, ?>> waiting = new ArrayDeque<>();
        private final Optional<Departures> departures;
        private final String rateKey;
        private Instant closedUntil;
        private boolean timerSet;

        /** A write stores its intent and leaves next; with a rate nobody else leaves meanwhile. */
        private boolean leaving;

        Lane(String rateKey, double perSecond, Instant closedUntil) {
            this.rateKey = rateKey;
            this.closedUntil = closedUntil;
            this.departures = perSecond > 0 ? Optional.of(new Departures(perSecond)) : Optional.empty();
        }

        long nanosToWait() {
            return departures.map(kept -> kept.nanosToWait(System.nanoTime())).orElse(0L);
        }

        /** Whether that is news: answers overtake each other, and a shorter time does not cut a longer one. */
        boolean close(Instant until) {
            boolean longer = until.isAfter(closedUntil);
            closedUntil = longer ? until : closedUntil;
            return longer;
        }

        boolean busy() {
            return leaving && departures.isPresent();
        }
    }

    /** One who waits. */
    private record Entry<I, T>(
            Intent<I> intent,
            Function<I, ? extends CompletionStage<T>> request,
            Function<T, RemoteHealth> judge,
            Promise<Passage<T>> promise) {}

    @Override
    public <I, T> CompletionStage<Passage<T>> pass(
            String rateKey,
            Intent<I> intent,
            Function<I, ? extends CompletionStage<T>> request,
            Function<T, RemoteHealth> judge) {
        Promise<Passage<T>> promise = Promise.promise();
        context.runOnContext(ignored -> enter(rateKey, new Entry<>(intent, request, judge, promise)));
        return promise.future().toCompletionStage();
    }

    private void enter(String rateKey, Entry<?, ?> entry) {
        Lane lane = lanes.computeIfAbsent(
                rateKey, ignored -> new Lane(rateKey, limits.requestsPerSecond(), closings.until(rateKey)));
        if (closed(lane, entry)) {
            return;
        }
        if (lane.waiting.size() >= MOST_WAITING) {
            entry.promise()
                    .complete(new Passage.Closed<>(
                            Problem.of(
                                    NotNowReason.THROTTLED.code(),
                                    name,
                                    "Too many requests wait for " + name + " already."),
                            Optional.of(Duration.ofSeconds(5))));
            return;
        }
        lane.waiting.add(entry);
        pump(lane);
    }

    /** Sends it back if the gate is closed for now. */
    private boolean closed(Lane lane, Entry<?, ?> entry) {
        Instant now = clock.instant();
        if (now.isBefore(lane.closedUntil)) {
            entry.promise()
                    .complete(new Passage.Closed<>(
                            Problem.of(
                                    NotNowReason.THROTTLED.code(), name, name + " asked us to stay away for a while."),
                            Optional.of(Duration.between(now, lane.closedUntil))));
            return true;
        }
        if (breaker.state() == CircuitBreakerState.OPEN) {
            entry.promise().complete(circuitOpen());
            return true;
        }
        return false;
    }

    /** Lets out as many as rate and bound allow, and comes back when the next may leave. */
    private void pump(Lane lane) {
        while (!lane.waiting.isEmpty() && underWay < limits.mostAtOnce() && !lane.busy()) {
            long nanos = lane.nanosToWait();
            if (nanos > 0) {
                if (!lane.timerSet) {
                    lane.timerSet = true;
                    vertx.setTimer(
                            nanos / 1_000_000 + 1,
                            ignored -> context.runOnContext(alsoIgnored -> {
                                lane.timerSet = false;
                                pump(lane);
                            }));
                }
                return;
            }
            Entry<?, ?> entry = lane.waiting.remove();
            if (!closed(lane, entry)) {
                underWay++;
                intend(lane, entry);
            }
        }
    }

    /** Has the intent stored; the request leaves next, or never. */
    private <I, T> void intend(Lane lane, Entry<I, T> entry) {
        lane.leaving = true;
        Future<Optional<I>> stored;
        try {
            stored = Future.fromCompletionStage(entry.intent().store(), context);
        } catch (RuntimeException e) {
            stored = Future.failedFuture(e);
        }
        stored.onComplete(done -> context.runOnContext(ignored -> {
            lane.leaving = false;
            if (done.failed()) {
                finish();
                entry.promise().complete(new Passage.Closed<>(Intent.notStored(), Optional.empty()));
            } else if (done.result().isEmpty()) {
                finish();
                entry.promise().complete(new Passage.Closed<>(Intent.withdrawn(), Optional.empty()));
            } else if (closed(lane, entry)) {
                finish();
            } else {
                leave(lane, entry, done.result().get());
                pump(lane);
            }
        }));
    }

    private <I, T> void leave(Lane lane, Entry<I, T> entry, I value) {
        Optional<Departures.Departure> departure = lane.departures.map(kept -> kept.leave(System.nanoTime()));
        breaker.<T>execute(() -> Future.fromCompletionStage(sent(entry, value), context)
                        .onComplete(answered -> departure.ifPresent(kept -> kept.answered(System.nanoTime())))
                        .compose(answer -> {
                            RemoteHealth verdict = entry.judge().apply(answer);
                            if (verdict instanceof RemoteHealth.Throttled(Duration time)) {
                                away(lane, clock.instant().plus(time));
                            }
                            return verdict instanceof RemoteHealth.Failing
                                    ? Future.failedFuture(new FailingAnswer(answer))
                                    : Future.succeededFuture(answer);
                        }))
                .onComplete(done -> context.runOnContext(ignored -> {
                    finish();
                    entry.promise()
                            .complete(done.succeeded() ? new Passage.Answered<>(done.result()) : passage(done.cause()));
                }));
    }

    private void away(Lane lane, Instant until) {
        if (lane.close(until)) {
            closings.close(lane.rateKey, until);
        }
    }

    private static <I, T> CompletionStage<T> sent(Entry<I, T> entry, I value) {
        try {
            return entry.request().apply(value);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @SuppressWarnings("unchecked") // an FailingAnswer carries what this very call answered
    private <T> Passage<T> passage(Throwable failure) {
        if (failure instanceof FailingAnswer failing) {
            return new Passage.Answered<>((T) failing.answer);
        }
        return failure instanceof OpenCircuitException ? circuitOpen() : new Passage.Broken<>(failure);
    }

    private <T> Passage<T> circuitOpen() {
        return new Passage.Closed<>(
                Problem.of(
                        NotNowReason.CIRCUIT_OPEN.code(),
                        name,
                        name + " failed several times in a row and is left alone for "
                                + limits.pauseWhenOpen().toSeconds() + " seconds."),
                Optional.of(limits.pauseWhenOpen()));
    }

    private void finish() {
        underWay--;
        lanes.values().forEach(this::pump);
    }

    /** Carries an answer through the circuit breaker as a failure. */
    private static final class FailingAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Object answer;

        FailingAnswer(Object answer) {
            super("The remote system is failing", null, false, false);
            this.answer = answer;
        }
    }
}
