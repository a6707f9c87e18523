package io.mlconnector.runtime.access;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A rate limit by a log of request times over a sliding window: when the latest requests of one rate key reached the other
 * side, as far as anybody can tell. One more leaves only if that cannot be one too many in any second. An exact log instead of a token bucket: a bucket that is full lets a burst
 * through on top of what it refills, and one that is never full wastes what a delay has cost.
 */
final class SlidingWindow {

    private static final long SECOND = 1_000_000_000L;

    /** How long a request may be on its way to the other side; an answer tells sooner. */
    private static final long LONGEST_WAY = 30_000_000L;

    /** The same in the first ten seconds: classes and connections are new then; 120 ms were seen on loopback. */
    private static final long FIRST_WAY = 500_000_000L;

    private static final long YOUTH = 10 * SECOND;

    /** Clocks of two machines do not tick alike. */
    private static final long MARGIN = 3_000_000L;

    private final int most;
    private final long window;
    private final Deque<Sent> latest = new ArrayDeque<>();
    private @Nullable Long firstAt;

    /** One request: when it had certainly arrived. */
    static final class Sent {
        private long arrivedAt;

        private Sent(long arrivedAt) {
            this.arrivedAt = arrivedAt;
        }

        /** It was answered: it arrived before now. */
        void answered(long nanos) {
            arrivedAt = Math.min(arrivedAt, nanos);
        }
    }

    /**
     * For a rate.
     *
     * @param perSecond more than 0
     */
    SlidingWindow(double perSecond) {
        this.most = Math.max(1, (int) perSecond);
        this.window = Math.max(SECOND, (long) (most * SECOND / perSecond)) + MARGIN;
    }

    /** How long the next has to wait. */
    long nanosToWait(long now) {
        return latest.size() < most ? 0 : Math.max(0, latest.getFirst().arrivedAt + window - now);
    }

    /** One is sent now. */
    Sent sent(long now) {
        while (latest.size() >= most) {
            latest.removeFirst();
        }
        Sent request = new Sent(now + longestWay(now));
        latest.addLast(request);
        return request;
    }

    private long longestWay(long now) {
        Long first = firstAt;
        if (first == null) {
            firstAt = now;
            return FIRST_WAY;
        }
        return now - first < YOUTH ? FIRST_WAY : LONGEST_WAY;
    }
}
