package io.mlconnector.runtime.access;

import io.mlconnector.runtime.config.ConnectionSettings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rate at which one Cleo tenant is asked. All connections to it share the rate; if they configure different ones, the
 * lowest holds, because the tenant counts requests and not connections.
 *
 * @param system the tenant
 * @param configured requests per second by the id of the connection, each more than 0; at least one
 */
public record CleoRate(RemoteSystem system, Map<String, Double> configured) {

    /** The rates of all Cleo tenants, in the order in which connections name them. */
    public static List<CleoRate> of(List<ConnectionSettings> connections) {
        Map<RemoteSystem, Map<String, Double>> rates = new LinkedHashMap<>();
        for (ConnectionSettings connection : connections) {
            rates.computeIfAbsent(RemoteSystem.cleo(connection.cleo().baseUrl()), ignored -> new LinkedHashMap<>())
                    .put(connection.id(), connection.cleo().requestsPerSecond());
        }
        return rates.entrySet().stream()
                .map(entry -> new CleoRate(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Requests per second, for each rate key. */
    public double requestsPerSecond() {
        return configured.values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
    }

    /** Whether connections configure different rates. */
    public boolean disputed() {
        return configured.values().stream().distinct().count() > 1;
    }

    /** What holds, and why, for the person who configured it. */
    public String explanation() {
        return "All connections to " + system.name() + " share one rate. requestsPerSecond differs ("
                + configured.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + plain(entry.getValue()))
                        .collect(Collectors.joining(", "))
                + "), the lowest holds: " + plain(requestsPerSecond()) + ". Configure the same for all of them.";
    }

    private static String plain(double rate) {
        return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }
}
