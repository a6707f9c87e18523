package io.mlconnector.runtime.loop;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** When each event loop that does our work was last free to say so. Safe for use by several threads. */
public final class Heartbeats {

    /** How often an event loop says that it is free. */
    static final Duration EVERY = Duration.ofSeconds(1);

    /** A loop that said nothing for longer is stuck. */
    private static final Duration STUCK_AFTER = Duration.ofSeconds(20);

    private final LongSupplier nanoTime;
    private final Map<String, Long> beats = new ConcurrentHashMap<>();

    /**
     * None yet.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public Heartbeats(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The event loop of this activity is free. */
    void beat(String activity) {
        beats.put(activity, nanoTime.getAsLong());
    }

    /** This activity has ended. */
    void end(String activity) {
        beats.remove(activity);
    }

    /** The activities whose event loop is stuck, by name. */
    public List<String> stuck() {
        long now = nanoTime.getAsLong();
        return beats.entrySet().stream()
                .filter(beat -> now - beat.getValue() > STUCK_AFTER.toNanos())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
