package io.mlconnector.runtime.ping;

import io.mlconnector.console.workplace.ConnectionState;
import io.mlconnector.console.workplace.ConnectionStates;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.runtime.access.GateLoad;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The connections for the console: what their polls last came to, and what a ping finds now. */
public final class ConsoleConnections implements ConnectionStates {

    private final Map<String, Ping> connections;
    private final Health health;
    private final Supplier<Map<String, GateLoad>> loads;
    private final InstantSource clock;
    private final Map<String, Future<List<Found>>> underWay = new HashMap<>();

    /**
     * Of these connections.
     *
     * @param connections by their short names
     * @param health what their polls last came to
     * @param loads the load of each gate, by the name of its remote system
     */
    public ConsoleConnections(
            Map<String, Ping> connections, Health health, Supplier<Map<String, GateLoad>> loads, InstantSource clock) {
        this.connections = new TreeMap<>(connections);
        this.health = health;
        this.loads = loads;
        this.clock = clock;
    }

    @Override
    public List<ConnectionState> all() {
        List<ConnectionState> all = new ArrayList<>();
        connections.forEach((id, ping) -> all.add(new ConnectionState(
                id,
                ping.settings().dynamics().environmentUrl().toString(),
                ping.settings().cleo().baseUrl().toString(),
                ping.settings().cleo().requestsPerSecond(),
                ping.settings().dynamics().legalEntities().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList(),
                ping.settings().partners().all().stream()
                        .map(partner -> partner.id().id())
                        .toList(),
                polls(what -> isOf(what, id)))));
        return all;
    }

    private interface Choice {
        boolean takes(String what);
    }

    private static boolean isOf(String what, String connection) {
        return what.endsWith(" of " + connection) || what.contains(" of " + connection + ",");
    }

    private List<ConnectionState.Poll> polls(Choice choice) {
        List<ConnectionState.Poll> polls = new ArrayList<>();
        health.at(clock.instant()).forEach((what, status) -> {
            if (choice.takes(what)) {
                polls.add(new ConnectionState.Poll(
                        what,
                        status.since(),
                        status.last(),
                        status.problem().map(Problem::message),
                        health.remark(what)));
            }
        });
        return polls;
    }

    @Override
    public List<ConnectionState.Poll> daemon() {
        return polls(what -> connections.keySet().stream().noneMatch(id -> isOf(what, id)));
    }

    @Override
    public List<Load> loads() {
        List<Load> all = new ArrayList<>();
        new TreeMap<>(loads.get())
                .forEach((system, load) -> all.add(new Load(system, load.allowed(), load.underWay(), load.waiting())));
        return all;
    }

    /** Whoever asks while a ping is under way gets what that one finds: questions cost the remote systems something. */
    @Override
    public Optional<Future<List<Found>>> ping(String id) {
        return Optional.ofNullable(connections.get(id))
                .map(ping -> underWay.computeIfAbsent(id, ignored -> {
                    Future<List<Found>> findings = ping.findings()
                            .map(found -> found.stream()
                                    .map(one -> new Found(one.what(), one.good(), one.words()))
                                    .toList());
                    findings.onComplete(done -> ping.loop().after(java.time.Duration.ZERO, () -> underWay.remove(id)));
                    return findings;
                }));
    }
}
