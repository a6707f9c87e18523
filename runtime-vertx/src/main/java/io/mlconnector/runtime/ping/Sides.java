package io.mlconnector.runtime.ping;

import io.mlconnector.runtime.access.GateLoad;
import io.mlconnector.runtime.access.GateTraffic;
import io.mlconnector.runtime.access.RemoteSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Both sides of connections as they are.
 *
 * @param loads the load of each gate, by the name of its remote system
 * @param traffic through each gate, by the name of its remote system
 */
public record Sides(Supplier<Map<String, GateLoad>> loads, Supplier<Map<String, GateTraffic>> traffic) {

    /** F&O, then Cleo. */
    List<Side> of(Ping connection) {
        RemoteSystem dynamics =
                RemoteSystem.dynamics(connection.settings().dynamics().environmentUrl());
        RemoteSystem cleo = RemoteSystem.cleo(connection.settings().cleo().baseUrl());
        return List.of(
                new Side(
                        "F&O",
                        dynamics.name(),
                        connection.settings().dynamics().environmentUrl().toString(),
                        connection.dynamics().tokenLife(),
                        Optional.ofNullable(loads.get().get(dynamics.name())),
                        Optional.ofNullable(traffic.get().get(dynamics.name()))),
                new Side(
                        "Cleo",
                        cleo.name(),
                        connection.settings().cleo().baseUrl().toString(),
                        connection.cleo().tokenLife(),
                        Optional.ofNullable(loads.get().get(cleo.name())),
                        Optional.ofNullable(traffic.get().get(cleo.name()))));
    }
}
