package io.mlconnector.runtime.lifecycle;

import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.journal.NoticeJournal;
import io.mlconnector.runtime.access.CleoRate;
import io.mlconnector.runtime.access.GateLimits;
import io.mlconnector.runtime.access.GateLoad;
import io.mlconnector.runtime.access.GateTraffic;
import io.mlconnector.runtime.access.RemoteSystem;
import io.mlconnector.runtime.access.StoredPauses;
import io.mlconnector.runtime.access.VertxGate;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.loop.VertxLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The gates of this process, one for each remote system: connections to one system share its rate, its circuit breaker and
 * the pauses that it asks for. Made when first asked for, closed together. Safe for use by several threads.
 */
public final class Gates {

    private final Vertx vertx;
    private final NoticeJournal journal;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Map<RemoteSystem, GateLimits> ofCleo = new HashMap<>();
    private final Map<RemoteSystem, Future<VertxGate>> gates = new HashMap<>();

    /**
     * None is made yet.
     *
     * @param journal stores pauses
     * @param clock ends pauses
     * @param nanoTime a clock that only goes forward, in nanoseconds; keeps the rates
     * @param connections all that are configured: the lowest rate of those to one Cleo tenant holds
     */
    public Gates(
            Vertx vertx,
            NoticeJournal journal,
            InstantSource clock,
            LongSupplier nanoTime,
            List<ConnectionSettings> connections) {
        this.vertx = vertx;
        this.journal = journal;
        this.clock = clock;
        this.nanoTime = nanoTime;
        connections.forEach(connection -> connection
                .apiProviders()
                .values()
                .forEach(provider -> ofCleo.merge(
                        RemoteSystem.cleo(provider.url()),
                        GateLimits.cleo(connection.cleo().requestsPerSecond()),
                        (one, other) -> one)));
        CleoRate.of(connections).forEach(rate -> ofCleo.put(rate.system(), GateLimits.cleo(rate.requestsPerSecond())));
    }

    /** The gate to an F&O environment. */
    public Future<Gate> toDynamics(URI environmentUrl) {
        return to(RemoteSystem.dynamics(environmentUrl), GateLimits.DYNAMICS).map(gate -> gate);
    }

    /** The gate to a Cleo tenant or to the host of an API Provider; fails if no configured connection leads to it. */
    public Future<Gate> toCleo(URI baseUrl) {
        RemoteSystem system = RemoteSystem.cleo(baseUrl);
        GateLimits limits = ofCleo.get(system);
        return limits == null
                ? Future.failedFuture(new IllegalArgumentException("No connection leads to " + system.name()))
                : to(system, limits).map(gate -> gate);
    }

    private synchronized Future<VertxGate> to(RemoteSystem system, GateLimits limits) {
        Future<VertxGate> made = gates.get(system);
        // One whose pauses could not be read is tried again.
        if (made == null || made.failed()) {
            made = new VertxLoop(vertx)
                    .await(StoredPauses.of(system.name(), journal))
                    .map(pauses -> new VertxGate(vertx, system.name(), limits, pauses, clock, nanoTime));
            gates.put(system, made);
        }
        return made;
    }

    /** What each gate that was made has to do, by the name of its system. */
    public synchronized Map<String, GateLoad> loads() {
        Map<String, GateLoad> loads = new TreeMap<>();
        gates.forEach((system, made) -> {
            if (made.succeeded()) {
                loads.put(system.name(), made.result().load());
            }
        });
        return loads;
    }

    /** What went through each gate that was made, by the name of its system. */
    public synchronized Map<String, GateTraffic> traffic() {
        Map<String, GateTraffic> traffic = new TreeMap<>();
        gates.forEach((system, made) -> {
            if (made.succeeded()) {
                traffic.put(system.name(), made.result().traffic());
            }
        });
        return traffic;
    }

    /** Sends nothing any more, through any gate; whoever waits is sent back. Never fails. */
    public synchronized Future<Void> close() {
        List<Future<Void>> closed = new ArrayList<>();
        gates.values().forEach(made -> closed.add(made.compose(VertxGate::close).otherwiseEmpty()));
        return Future.join(closed).mapEmpty();
    }
}
