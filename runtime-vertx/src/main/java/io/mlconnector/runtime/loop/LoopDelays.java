package io.mlconnector.runtime.loop;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How late each event loop does what is due: a timer of each says so twenty times a second. What holds a loop shows here long before
 * {@link Heartbeats} call it stuck. Safe for use by several threads.
 */
public final class LoopDelays {

    private static final Duration EVERY = Duration.ofMillis(50);

    /** Of the last minute. */
    private static final int KEPT = (int) (Duration.ofMinutes(1).toMillis() / EVERY.toMillis());

    private static final double SHARE = 0.99;

    /** The daemon has two; others that run it may have more, of which so many are seen. */
    private static final int MOST_LOOPS = 8;

    private final LongSupplier nanoTime;
    private final Map<String, Ring> loops = new ConcurrentHashMap<>();

    /**
     * None is watched yet.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public LoopDelays(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * How late a loop was in the last minute.
     *
     * @param most the longest delay
     * @param usual which 99 of 100 delays do not exceed
     */
    public record Delay(Duration most, Duration usual) {}

    /** The last delays of one loop, in nanoseconds. */
    private static final class Ring {
        private final long[] delays = new long[KEPT];
        private int count;

        synchronized void add(long nanos) {
            delays[count % KEPT] = nanos;
            count = count == 2 * KEPT - 1 ? KEPT : count + 1;
        }

        synchronized long[] sorted() {
            long[] copy = Arrays.copyOf(delays, Math.min(count, KEPT));
            Arrays.sort(copy);
            return copy;
        }
    }

    /** Watches the event loop that calls this until its timers end; once, however often it is called there. */
    void watch(Vertx vertx) {
        Ring ring = new Ring();
        if (loops.putIfAbsent(Thread.currentThread().getName(), ring) == null) {
            next(vertx, ring);
        }
    }

    private void next(Vertx vertx, Ring ring) {
        long due = nanoTime.getAsLong() + EVERY.toNanos();
        vertx.setTimer(EVERY.toMillis(), fired -> {
            ring.add(Math.max(0, nanoTime.getAsLong() - due));
            next(vertx, ring);
        });
    }

    /** One told delay, for tests. */
    void told(String loop, Duration delay) {
        loops.computeIfAbsent(loop, absent -> new Ring()).add(delay.toNanos());
    }

    /** The delays by name of the loop; a loop that has told none yet is left out. */
    public Map<String, Delay> lastMinute() {
        Map<String, Delay> all = new TreeMap<>();
        new HashMap<>(loops).forEach((loop, ring) -> {
            long[] sorted = ring.sorted();
            if (sorted.length > 0) {
                int usual = (int) Math.ceil(sorted.length * SHARE) - 1;
                all.put(loop, new Delay(Duration.ofNanos(sorted[sorted.length - 1]), Duration.ofNanos(sorted[usual])));
            }
        });
        return all;
    }

    /** Watches the loop it is deployed on. */
    static final class Watch extends VerticleBase {
        private final LoopDelays delays;

        Watch(LoopDelays delays) {
            this.delays = delays;
        }

        @Override
        public Future<?> start() {
            delays.watch(vertx);
            return Future.succeededFuture();
        }
    }

    /** Watches all event loops; they are given out in turn. Yields the deployment. */
    public Future<String> watchAll(Vertx vertx) {
        return vertx.deployVerticle(() -> new Watch(this), new DeploymentOptions().setInstances(MOST_LOOPS));
    }
}
