package io.mlconnector.verification.verify.testbed;

import io.mlconnector.twin.Twin;
import io.mlconnector.twin.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All ways of one daemon.
 *
 * @param toDatabase to the database
 * @param byConnection to the remote systems
 */
public record DaemonRelays(Relay toDatabase, Map<String, ConnectionRelays> byConnection) {

    static DaemonRelays open(Vertx vertx, Twin twin, int databasePort) {
        Map<String, ConnectionRelays> lines = new LinkedHashMap<>();
        for (String connection : VerifyConfiguration.CONNECTIONS) {
            lines.put(connection, new ConnectionRelays(relay(vertx, twin.dynamicsPort()), relay(vertx, twin.cleoPort())));
        }
        return new DaemonRelays(relay(vertx, databasePort), lines);
    }

    static Relay relay(Vertx vertx, int port) {
        return Waiting.await(Relay.start(vertx, "127.0.0.1", port));
    }

    ConnectionRelays of(String connection) {
        ConnectionRelays line = byConnection.get(connection);
        if (line == null) {
            throw new IllegalArgumentException("No line of connection " + connection);
        }
        return line;
    }

    /** To both remote systems, of all connections. */
    public List<Relay> remote() {
        List<Relay> relays = new ArrayList<>();
        byConnection.values().forEach(line -> {
            relays.add(line.toDynamics());
            relays.add(line.toCleo());
        });
        return relays;
    }

    /** Does something to all lines to remote systems and waits until it is done. */
    public void each(Function<Relay, Future<Void>> what) {
        remote().forEach(relay -> Waiting.await(what.apply(relay)));
    }
}
