package io.mlconnector.runtime.ping;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Asks both sides of connections, for whoever wants to know: who asks while a ping is under way gets what that one finds, because
 * questions cost the remote systems something. What was found last is kept. Safe for use by several threads.
 */
public final class Pings {

    /** Each question waits its turn at the gate; a remote system that answers nothing takes a minute for each. */
    static final long MOST_SECONDS = 120;

    private final Map<String, Ping> connections;
    private final InstantSource clock;

    // Guarded by this.
    private final Map<String, Future<List<Finding>>> underWay = new HashMap<>();
    private final Map<String, Asked> last = new HashMap<>();

    /**
     * What was found when both sides were asked.
     *
     * @param at when all was answered
     * @param found everything that was asked
     */
    record Asked(Instant at, List<Finding> found) {}

    /**
     * Nothing is asked yet.
     *
     * @param connections by their short names
     */
    public Pings(Map<String, Ping> connections, InstantSource clock) {
        this.connections = new TreeMap<>(connections);
        this.clock = clock;
    }

    /** The connections, by their short names. */
    Map<String, Ping> connections() {
        return connections;
    }

    /** What the journal remembers of all of them: one question, as each knows the same memory. */
    Future<PollMemory.Known> remembered() {
        return connections.values().stream()
                .findFirst()
                .map(any -> any.memory()
                        .of(connections.values().stream().map(Ping::settings).toList()))
                .orElseGet(() -> Future.succeededFuture(PollMemory.Known.NOTHING));
    }

    /**
     * Asks both sides of a connection now. Fails with a {@code TimeoutException} if not everything was answered within two minutes.
     *
     * @return empty if there is no such connection
     */
    Optional<Future<List<Finding>>> ask(String id) {
        Ping connection = connections.get(id);
        if (connection == null) {
            return Optional.empty();
        }
        Future<List<Finding>> asked;
        synchronized (this) {
            Future<List<Finding>> known = underWay.get(id);
            if (known != null && !known.isComplete()) {
                return Optional.of(known);
            }
            asked = connection.findings().timeout(MOST_SECONDS, TimeUnit.SECONDS);
            underWay.put(id, asked);
        }
        asked.onSuccess(found -> keep(id, found));
        return Optional.of(asked);
    }

    private synchronized void keep(String id, List<Finding> found) {
        last.put(id, new Asked(clock.instant(), found));
    }

    /** What was found last since the start of this process; empty if nobody asked. */
    synchronized Optional<Asked> last(String id) {
        return Optional.ofNullable(last.get(id));
    }
}
