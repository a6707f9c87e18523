package io.mlconnector.runtime.lifecycle;

import io.mlconnector.cleo.Cleo;
import io.mlconnector.cleo.options.CleoOptions;
import io.mlconnector.dynamics.Dynamics;
import io.mlconnector.dynamics.options.DynamicsOptions;
import io.mlconnector.engine.Connection;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.ports.journal.Journal;
import io.mlconnector.runtime.access.Closings;
import io.mlconnector.runtime.access.GateLimits;
import io.mlconnector.runtime.access.VertxGate;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.credentials.Secrets;
import io.mlconnector.runtime.loop.VertxLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/**
 * A connection with both of its remote systems at hand, each behind its own gate.
 *
 * @param link the ports
 * @param dynamics the F&O side
 * @param cleo the Cleo side
 */
public record OpenConnection(Connection link, Dynamics dynamics, Cleo cleo) {

    /** Fetches the secrets and makes both sides; sends nothing to them yet. */
    public static Future<OpenConnection> open(
            Vertx vertx, ConnectionSettings settings, Secrets secrets, Journal journal, InstantSource clock) {
        String at = "connections[" + settings.id() + "].";
        return secrets.value(settings.dynamics().clientSecret(), at + "dynamics.clientSecret")
                .compose(clientSecret -> secrets.value(settings.cleo().password(), at + "cleo.password")
                        .compose(password -> gates(vertx, settings, journal, clock)
                                .map(gates -> open(vertx, settings, clientSecret, password, gates, clock))));
    }

    /** The gates of both sides. */
    private record Gates(Gate toDynamics, Gate toCleo) {}

    private static Future<Gates> gates(Vertx vertx, ConnectionSettings settings, Journal journal, InstantSource clock) {
        String dynamics = "F&O at " + settings.dynamics().environmentUrl().getAuthority();
        String cleo = "Cleo at " + settings.cleo().baseUrl().getAuthority();
        GateLimits ofCleo = GateLimits.cleo(settings.cleo().requestsPerSecond());
        return closings(vertx, dynamics, journal)
                .compose(toDynamics -> closings(vertx, cleo, journal)
                        .map(toCleo -> new Gates(
                                new VertxGate(vertx, dynamics, GateLimits.DYNAMICS, toDynamics, clock),
                                new VertxGate(vertx, cleo, ofCleo, toCleo, clock))));
    }

    private static Future<Closings> closings(Vertx vertx, String system, Journal journal) {
        return new VertxLoop(vertx).await(Closings.of(system, journal));
    }

    private static OpenConnection open(
            Vertx vertx,
            ConnectionSettings settings,
            String clientSecret,
            String password,
            Gates gates,
            InstantSource clock) {
        ConnectionSettings.DynamicsSide side = settings.dynamics();
        Dynamics dynamics = new Dynamics(
                vertx,
                new DynamicsOptions(
                        side.environmentUrl(),
                        side.tokenUrl(),
                        side.clientId(),
                        clientSecret,
                        DynamicsOptions.USUAL_TIMEOUT,
                        GateLimits.DYNAMICS.mostAtOnce()),
                gates.toDynamics(),
                clock);
        Cleo cleo = new Cleo(
                vertx,
                new CleoOptions(
                        settings.cleo().baseUrl(),
                        settings.cleo().username(),
                        password,
                        settings.cleo().dialect()),
                gates.toCleo(),
                clock);
        return new OpenConnection(
                new Connection(
                        settings.id(),
                        settings.partners(),
                        new Connection.OrderPolling(
                                side.legalEntities(), side.orderPoll(), side.ordersSince(), side.skipOtherVendors()),
                        new Connection.FolderPolling(
                                settings.cleo().poll(), settings.cleo().stabilityWindow()),
                        side.headerReference(),
                        dynamics.purchaseOrders(),
                        dynamics.products(),
                        dynamics.vendorInvoices(),
                        cleo.mailbox()),
                dynamics,
                cleo);
    }

    /** Closes both connection pools. */
    public void close() {
        dynamics.close();
        cleo.close();
    }
}
