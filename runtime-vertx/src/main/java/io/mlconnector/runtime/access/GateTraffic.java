package io.mlconnector.runtime.access;

import java.util.Map;

/**
 * How much went through a gate.
 *
 * @param requestsPerSecond that may, for each rate key; 0 for no limit
 * @param sent requests since the start, by rate key
 */
public record GateTraffic(double requestsPerSecond, Map<String, Long> sent) {
    public GateTraffic {
        sent = Map.copyOf(sent);
    }
}
