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
 * All relays of one daemon: it reaches nothing by any other way.
 *
 * @param toDatabase to the database
 * @param byConnection to the remote systems
 */
public record DaemonRelays(Relay toDatabase, Map<String, ConnectionRelays> byConnection) {

    static DaemonRelays open(Vertx vertx, Twin twin, int databasePort) {
        Map<String, ConnectionRelays> relays = new LinkedHashMap<>();
        for (String connection : VerifyConfiguration.CONNECTIONS) {
            relays.put(
                    connection, new ConnectionRelays(relay(vertx, twin.dynamicsPort()), relay(vertx, twin.cleoPort())));
        }
        return new DaemonRelays(relay(vertx, databasePort), relays);
    }

    static Relay relay(Vertx vertx, int port) {
        return Waiting.await(Relay.start(vertx, "127.0.0.1", port));
    }

    ConnectionRelays of(String connection) {
        ConnectionRelays connectionRelays = byConnection.get(connection);
        if (connectionRelays == null) {
            throw new IllegalArgumentException("There are no relays for connection " + connection);
        }
        return connectionRelays;
    }

    /** To both remote systems, of all connections. */
    public List<Relay> remote() {
        List<Relay> relays = new ArrayList<>();
        byConnection.values().forEach(connectionRelays -> {
            relays.add(connectionRelays.toDynamics());
            relays.add(connectionRelays.toCleo());
        });
        return relays;
    }

    /** Applies an action to every relay to a remote system and waits until all are done. */
    public void each(Function<Relay, Future<Void>> action) {
        remote().forEach(relay -> Waiting.await(action.apply(relay)));
    }
}
