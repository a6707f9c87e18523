package io.mlconnector.runtime.access;

import io.mlconnector.domain.retry.RequestsAtOnce;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
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
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The gate of one remote system. All of its state is touched on one event loop only.
 *
 * <p>The rate of a rate key holds for every second, not only on average. What asks us to stay away closes the gate for
 * that key until then. Trouble lowers how many requests may be under way, calm raises it again ({@link RequestsAtOnce}). A system that
 * keeps failing is left alone for a while. The intent of a write is stored when its
 * turn has come, and the write leaves next.
 */
public final class VertxGate implements Gate {

    private static final int MOST_WAITING = 512;

    private final Vertx vertx;
    private final Context context;
    private final String name;
    private final GateLimits limits;
    private final StoredPauses pauses;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final CircuitBreaker breaker;
    private final Map<String, RequestQueue> queues = new HashMap<>();
    private final Map<String, AtomicLong> sent = new ConcurrentHashMap<>();
    private int underWay;
    private long left;
    private RequestsAtOnce atOnce;
    private volatile GateLoad load;
    private boolean ended;

    /**
     * Makes an open gate.
     *
     * @param name of the remote system, for messages
     * @param pauses that it asked for before
     * @param clock ends pauses
     * @param nanoTime a clock that only goes forward, in nanoseconds; keeps the rate
     */
    public VertxGate(
            Vertx vertx,
            String name,
            GateLimits limits,
            StoredPauses pauses,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.name = name;
        this.limits = limits;
        this.pauses = pauses;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.atOnce = RequestsAtOnce.upTo(limits.mostAtOnce());
        this.load = new GateLoad(atOnce.now(), 0, 0, 0, false, Map.of());
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
    private static final class RequestQueue {
        private final Queue<Entry<?, ?>> waiting = new ArrayDeque<>();
        private final Optional<SlidingWindow> rate;
        private final String rateKey;
        private Instant closedUntil;
        private boolean timerSet;

        /** A write stores its intent and leaves next; with a rate nobody else leaves meanwhile. */
        private boolean leaving;

        RequestQueue(String rateKey, double perSecond, Instant closedUntil) {
            this.rateKey = rateKey;
            this.closedUntil = closedUntil;
            this.rate = perSecond > 0 ? Optional.of(new SlidingWindow(perSecond)) : Optional.empty();
        }

        long nanosToWait(long now) {
            return rate.map(kept -> kept.nanosToWait(now)).orElse(0L);
        }

        /** Whether that is news: answers overtake each other, and a shorter time does not cut a longer one. */
        boolean close(Instant until) {
            boolean longer = until.isAfter(closedUntil);
            closedUntil = longer ? until : closedUntil;
            return longer;
        }

        boolean busy() {
            return leaving && rate.isPresent();
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
        RequestQueue queue = queues.computeIfAbsent(
                rateKey, ignored -> new RequestQueue(rateKey, limits.requestsPerSecond(), pauses.until(rateKey)));
        if (closed(queue, entry)) {
            return;
        }
        if (queue.waiting.size() >= MOST_WAITING) {
            entry.promise()
                    .complete(new Passage.Closed<>(
                            Problem.of(ProblemCode.THROTTLED, name, "Too many requests wait for " + name + " already."),
                            Optional.of(Duration.ofSeconds(5))));
            return;
        }
        queue.waiting.add(entry);
        pump(queue);
        tell(false);
    }

    /** Sends it back if the gate is closed for now. */
    private boolean closed(RequestQueue queue, Entry<?, ?> entry) {
        if (ended) {
            entry.promise().complete(processEnds());
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(queue.closedUntil)) {
            entry.promise()
                    .complete(new Passage.Closed<>(
                            Problem.of(ProblemCode.THROTTLED, name, name + " asked us to stay away for a while."),
                            Optional.of(Duration.between(now, queue.closedUntil))));
            return true;
        }
        if (breaker.state() == CircuitBreakerState.OPEN) {
            entry.promise().complete(circuitOpen());
            return true;
        }
        return false;
    }

    /** Lets out as many as rate and bound allow, and comes back when the next may leave. */
    private void pump(RequestQueue queue) {
        while (!queue.waiting.isEmpty() && underWay < atOnce.now() && !queue.busy()) {
            long nanos = queue.nanosToWait(nanoTime.getAsLong());
            if (nanos > 0) {
                if (!queue.timerSet) {
                    queue.timerSet = true;
                    vertx.setTimer(
                            nanos / 1_000_000 + 1,
                            ignored -> context.runOnContext(alsoIgnored -> {
                                queue.timerSet = false;
                                pump(queue);
                            }));
                }
                return;
            }
            Entry<?, ?> entry = queue.waiting.remove();
            if (!closed(queue, entry)) {
                underWay++;
                intend(queue, entry);
            }
        }
    }

    /** Has the intent stored; the request leaves next, or never. */
    private <I, T> void intend(RequestQueue queue, Entry<I, T> entry) {
        queue.leaving = true;
        Future<Optional<I>> stored;
        try {
            stored = Future.fromCompletionStage(entry.intent().store(), context);
        } catch (RuntimeException e) {
            stored = Future.failedFuture(e);
        }
        stored.onComplete(done -> context.runOnContext(ignored -> {
            queue.leaving = false;
            if (done.failed()) {
                finish();
                entry.promise().complete(new Passage.Closed<>(Intent.notStored(), Optional.empty()));
            } else if (done.result().isEmpty()) {
                finish();
                entry.promise().complete(new Passage.Closed<>(Intent.withdrawn(), Optional.empty()));
            } else if (closed(queue, entry)) {
                finish();
            } else {
                leave(queue, entry, done.result().get());
                pump(queue);
            }
        }));
    }

    private <I, T> void leave(RequestQueue queue, Entry<I, T> entry, I value) {
        long number = left++;
        sent.computeIfAbsent(queue.rateKey, ignored -> new AtomicLong()).incrementAndGet();
        Optional<SlidingWindow.Sent> sent = queue.rate.map(kept -> kept.sent(nanoTime.getAsLong()));
        breaker.<T>execute(() -> Future.fromCompletionStage(sent(entry, value), context)
                        .onComplete(answered -> sent.ifPresent(kept -> kept.answered(nanoTime.getAsLong())))
                        .compose(answer -> {
                            RemoteHealth verdict = entry.judge().apply(answer);
                            learn(number, verdict instanceof RemoteHealth.Working);
                            if (verdict instanceof RemoteHealth.Throttled(Duration time)) {
                                away(queue, clock.instant().plus(time));
                            }
                            return verdict instanceof RemoteHealth.Failing
                                    ? Future.failedFuture(new FailingAnswer(answer))
                                    : Future.succeededFuture(answer);
                        }))
                .onComplete(done -> context.runOnContext(ignored -> {
                    if (done.failed() && passage(done.cause()) instanceof Passage.Broken<?>) {
                        learn(number, false);
                    }
                    finish();
                    entry.promise()
                            .complete(done.succeeded() ? new Passage.Answered<>(done.result()) : passage(done.cause()));
                }));
    }

    private void away(RequestQueue queue, Instant until) {
        if (queue.close(until)) {
            pauses.pause(queue.rateKey, until);
            tell(false);
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
                        ProblemCode.CIRCUIT_OPEN,
                        name,
                        name + " failed several times in a row and is left alone for "
                                + limits.pauseWhenOpen().toSeconds() + " seconds."),
                Optional.of(limits.pauseWhenOpen()));
    }

    private <T> Passage<T> processEnds() {
        return new Passage.Closed<>(
                Problem.of(
                        ProblemCode.UNREACHABLE, name, "This process ends: nothing is sent to " + name + " any more."),
                Optional.empty());
    }

    /** Sends nothing any more: whoever waits is sent back. What is under way is still answered. */
    public Future<Void> close() {
        Promise<Void> closed = Promise.promise();
        context.runOnContext(ignored -> {
            ended = true;
            breaker.close();
            for (RequestQueue queue : queues.values()) {
                Entry<?, ?> entry = queue.waiting.poll();
                while (entry != null) {
                    entry.promise().complete(processEnds());
                    entry = queue.waiting.poll();
                }
            }
            closed.complete();
        });
        return closed.future();
    }

    private void finish() {
        underWay--;
        queues.values().forEach(this::pump);
        tell(false);
    }

    /** Throttling, failures and silence leave fewer requests under way, good answers more again. */
    private void learn(long number, boolean well) {
        RequestsAtOnce before = atOnce;
        atOnce = well ? before.calm() : before.trouble(number, left);
        tell(atOnce.allowed() < before.allowed());
    }

    private void tell(boolean lowered) {
        load = new GateLoad(
                atOnce.now(),
                underWay,
                queues.values().stream().mapToInt(queue -> queue.waiting.size()).sum(),
                load.lowered() + (lowered ? 1 : 0),
                false,
                pausedUntil());
    }

    private Map<String, Instant> pausedUntil() {
        Instant now = clock.instant();
        Map<String, Instant> paused = new HashMap<>();
        queues.values().stream()
                .filter(queue -> now.isBefore(queue.closedUntil))
                .forEach(queue -> paused.put(queue.rateKey, queue.closedUntil));
        return paused;
    }

    /** What it has to do at present. */
    public GateLoad load() {
        GateLoad last = load;
        return new GateLoad(
                last.allowed(),
                last.underWay(),
                last.waiting(),
                last.lowered(),
                breaker.state() == CircuitBreakerState.OPEN,
                last.pausedUntil());
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

    /** How many requests left since the start, and how many may; may be asked by any thread. */
    public GateTraffic traffic() {
        Map<String, Long> counted = new TreeMap<>();
        sent.forEach((rateKey, count) -> counted.put(rateKey, count.get()));
        return new GateTraffic(limits.requestsPerSecond(), counted);
    }
}
