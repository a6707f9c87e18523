package io.mlconnector.runtime.lifecycle;

import io.mlconnector.cleo.Cleo;
import io.mlconnector.cleo.CleoOptions;
import io.mlconnector.dynamics.Dynamics;
import io.mlconnector.dynamics.DynamicsOptions;
import io.mlconnector.ports.access.Gate;
import io.mlconnector.runtime.access.GateLimits;
import io.mlconnector.runtime.access.VertxGate;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.credentials.Secrets;
import io.mlconnector.runtime.flow.Link;
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
public record OpenLink(Link link, Dynamics dynamics, Cleo cleo) {

    /** Fetches the secrets and makes both sides; sends nothing to them yet. */
    public static Future<OpenLink> open(
            Vertx vertx, ConnectionSettings settings, Secrets secrets, InstantSource clock) {
        String at = "connections[" + settings.id() + "].";
        return secrets.value(settings.dynamics().clientSecret(), at + "dynamics.clientSecret")
                .compose(clientSecret -> secrets.value(settings.cleo().password(), at + "cleo.password")
                        .map(password -> open(vertx, settings, clientSecret, password, clock)));
    }

    private static OpenLink open(
            Vertx vertx, ConnectionSettings settings, String clientSecret, String password, InstantSource clock) {
        ConnectionSettings.DynamicsSide side = settings.dynamics();
        Gate toDynamics = new VertxGate(vertx, "F&O at " + side.environmentUrl().getHost(), GateLimits.DYNAMICS, clock);
        Dynamics dynamics = new Dynamics(
                vertx,
                new DynamicsOptions(
                        side.environmentUrl(),
                        side.tokenUrl(),
                        side.clientId(),
                        clientSecret,
                        DynamicsOptions.USUAL_TIMEOUT,
                        GateLimits.DYNAMICS.mostAtOnce()),
                toDynamics,
                clock);
        Gate toCleo = new VertxGate(
                vertx,
                "Cleo at " + settings.cleo().baseUrl().getHost(),
                GateLimits.cleo(settings.cleo().requestsPerSecond()),
                clock);
        Cleo cleo = new Cleo(
                vertx,
                new CleoOptions(
                        settings.cleo().baseUrl(),
                        settings.cleo().username(),
                        password,
                        settings.cleo().dialect()),
                toCleo,
                clock);
        return new OpenLink(
                new Link(
                        settings,
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
