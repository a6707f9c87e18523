package io.mlconnector.runtime.ping;

import io.mlconnector.console.workplace.ConnectionState;
import io.mlconnector.console.workplace.ConnectionStates;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.runtime.access.GateLoad;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The connections for the console: what their polls last came to, and what a ping finds now. */
public final class ConsoleConnections implements ConnectionStates {

    private final Pings pings;
    private final Sides sides;
    private final Health health;
    private final InstantSource clock;

    /**
     * Of these connections.
     *
     * @param pings asks both sides
     * @param sides how both sides are
     * @param health what their polls last came to
     */
    public ConsoleConnections(Pings pings, Sides sides, Health health, InstantSource clock) {
        this.pings = pings;
        this.sides = sides;
        this.health = health;
        this.clock = clock;
    }

    @Override
    public List<ConnectionState> all() {
        List<ConnectionState> all = new ArrayList<>();
        pings.connections()
                .forEach((id, ping) -> all.add(new ConnectionState(
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
                        polls(what -> isOf(what, id)),
                        sides.of(ping).stream().map(this::shown).toList(),
                        pings.last(id).map(asked -> new ConnectionState.Asked(asked.at(), found(asked.found()))))));
        return all;
    }

    private ConnectionState.Side shown(Side side) {
        Instant now = clock.instant();
        return new ConnectionState.Side(
                side.name(),
                side.system(),
                side.token(),
                side.load().map(GateLoad::circuitOpen).orElse(false),
                side.load().stream()
                        .flatMap(load -> load.pausedUntil().values().stream())
                        .filter(now::isBefore)
                        .max(Comparator.naturalOrder()));
    }

    private static List<ConnectionStates.Found> found(List<Finding> found) {
        return found.stream()
                .map(one -> new Found(one.what(), one.good(), one.words()))
                .toList();
    }

    @Override
    public Future<Map<String, List<String>>> remembered() {
        return pings.remembered().map(known -> {
            Map<String, List<String>> words = new TreeMap<>();
            pings.connections().keySet().forEach(id -> words.put(id, words(known, id)));
            return words;
        });
    }

    private static List<String> words(PollMemory.Known known, String id) {
        List<String> words = new ArrayList<>();
        words.add("Orders: " + PollMemory.words(known.orders(id)) + ".");
        known.folders(id)
                .forEach((folder, shown) -> words.add("Folder " + folder + ": " + PollMemory.words(shown) + "."));
        return words;
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
                        status.worked(),
                        status.problem().map(Problem::message),
                        health.remark(what)));
            }
        });
        return polls;
    }

    @Override
    public List<ConnectionState.Poll> daemon() {
        return polls(what -> pings.connections().keySet().stream().noneMatch(id -> isOf(what, id)));
    }

    @Override
    public List<Load> loads() {
        List<Load> all = new ArrayList<>();
        new TreeMap<>(sides.loads().get())
                .forEach((system, load) -> all.add(new Load(system, load.allowed(), load.underWay(), load.waiting())));
        return all;
    }

    @Override
    public Optional<Future<List<Found>>> ping(String id) {
        return pings.ask(id).map(asked -> asked.map(ConsoleConnections::found));
    }
}
