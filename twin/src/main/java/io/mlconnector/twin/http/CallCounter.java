package io.mlconnector.twin.http;

import io.mlconnector.twin.fault.FaultPlan;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts calls by system, method and path template. */
public final class CallCounter {

    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void count(FaultPlan.System system, String method, String template) {
        counts.merge(system + " " + method + " " + template, 1, Integer::sum);
    }

    /**
     * Counts a read inside a batch; by {@code IN BATCH METHOD template}, so that nobody takes it for a call.
     *
     * @param method HTTP method
     * @param template path template
     */
    public synchronized void countInside(String method, String template) {
        counts.merge("IN BATCH " + method + " " + template, 1, Integer::sum);
    }

    /**
     * The counts so far.
     *
     * @return a copy, by {@code SYSTEM METHOD template}
     */
    public synchronized SortedMap<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
