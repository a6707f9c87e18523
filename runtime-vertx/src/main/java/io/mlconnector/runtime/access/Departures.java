package io.mlconnector.runtime.access;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When the latest requests of one rate key reached the other side, as far as anybody can tell: it lets one more leave only
 * if that cannot be one too many in any second. An exact log instead of a token bucket: a bucket that is full lets a burst
 * through on top of what it refills, and one that is never full wastes what a delay has cost.
 */
final class Departures {

    private static final long SECOND = 1_000_000_000L;

    /** How long a request may be on its way to the other side; an answer tells sooner. */
    private static final long LONGEST_WAY = 30_000_000L;

    /** The same before anything was ever answered: classes and connections are new then; 115 ms were seen on loopback. */
    private static final long FIRST_WAY = 500_000_000L;

    /** Clocks of two machines do not tick alike. */
    private static final long MARGIN = 3_000_000L;

    private final int most;
    private final long window;
    private final Deque<Departure> latest = new ArrayDeque<>();
    private boolean answered;

    /** One request: when it left, and when it had certainly arrived. */
    final class Departure {
        private long arrivedAt;

        private Departure(long nanos) {
            this.arrivedAt = nanos + (answered ? LONGEST_WAY : FIRST_WAY);
        }

        /** It was answered: it arrived before now. */
        void answered(long nanos) {
            arrivedAt = Math.min(arrivedAt, nanos);
            answered = true;
        }
    }

    /**
     * For a rate.
     *
     * @param perSecond more than 0
     */
    Departures(double perSecond) {
        this.most = Math.max(1, (int) perSecond);
        this.window = Math.max(SECOND, (long) (most * SECOND / perSecond)) + MARGIN;
    }

    /** How long the next has to wait. */
    long nanosToWait(long now) {
        return latest.size() < most ? 0 : Math.max(0, latest.getFirst().arrivedAt + window - now);
    }

    /** One leaves now. */
    Departure leave(long now) {
        while (latest.size() >= most) {
            latest.removeFirst();
        }
        Departure departure = new Departure(now);
        latest.addLast(departure);
        return departure;
    }
}
