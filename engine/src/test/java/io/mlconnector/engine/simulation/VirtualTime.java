package io.mlconnector.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** What happens next, on a time of its own: one thread, no waiting, the same order every time. */
final class VirtualTime {

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private Instant now;
    private long number;

    VirtualTime(Instant begin) {
        this.now = begin;
    }

    private record Event(Instant at, long number, Runnable what) {}

    Instant now() {
        return now;
    }

    void at(Instant when, Runnable what) {
        number++;
        events.add(new Event(when.isBefore(now) ? now : when, number, what));
    }

    void after(Duration delay, Runnable what) {
        at(now.plus(delay), what);
    }

    /** Lets everything happen until then. */
    void runUntil(Instant end) {
        runUntil(end, () -> false);
    }

    /** Lets everything happen until then, or until it is enough. */
    void runUntil(Instant end, BooleanSupplier enough) {
        while (!events.isEmpty() && !events.element().at().isAfter(end) && !enough.getAsBoolean()) {
            Event next = events.remove();
            now = next.at();
            next.what().run();
        }
        if (!enough.getAsBoolean()) {
            now = end;
        }
    }
}
