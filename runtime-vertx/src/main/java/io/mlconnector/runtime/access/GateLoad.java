package io.mlconnector.runtime.access;

import java.time.Instant;
import java.util.Map;

/**
 * What a gate has to do, for people who watch.
 *
 * @param allowed requests that may be under way at present
 * @param underWay requests that are
 * @param waiting requests that wait for their turn
 * @param lowered how often trouble lowered what is allowed, since the start
 * @param circuitOpen whether the system failed several times in a row and is left alone for a moment
 * @param pausedUntil until when the system asked us to stay away, by rate key; may be over
 */
public record GateLoad(
        int allowed, int underWay, int waiting, long lowered, boolean circuitOpen, Map<String, Instant> pausedUntil) {
    public GateLoad {
        pausedUntil = Map.copyOf(pausedUntil);
    }
}
