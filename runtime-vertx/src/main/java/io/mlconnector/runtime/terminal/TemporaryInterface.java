package io.mlconnector.runtime.terminal;

import io.mlconnector.engine.loop.Health;
import io.mlconnector.postgres.credentials.CredentialException;
import io.mlconnector.postgres.operators.Operators;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.http.ApiVerticle;
import io.mlconnector.runtime.http.Listening;
import io.mlconnector.runtime.http.entrance.HttpLimits;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.lifecycle.InterfaceParts;
import io.mlconnector.runtime.lifecycle.OpenConnection;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.LocalAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The interface of a daemon, without its flows, for one command where no daemon runs: so that commands ask in one way, and do the
 * same whether a daemon runs or not. It listens on the loopback address, and knows a token that only this process has.
 */
final class TemporaryInterface {

    private static final String LOOPBACK = "127.0.0.1";

    private TemporaryInterface() {}

    /**
     * Does something with it.
     *
     * @param limits of what it takes on
     * @param connections that it opens
     */
    static <T> T over(
            DaemonResources resources,
            HttpLimits limits,
            List<ConnectionSettings> connections,
            Function<DaemonClient, T> work) {
        List<OpenConnection> open = new ArrayList<>();
        try {
            for (ConnectionSettings settings : connections) {
                opened(resources, settings).ifPresent(open::add);
            }
            String token = LocalAccess.freshToken();
            Operators operators = new Operators(
                    resources.database().ofTheInterface().pool(),
                    resources.engine().clock(),
                    Optional.of(token),
                    token,
                    LocalAccess.OPERATOR);
            ApiVerticle verticle = new ApiVerticle(
                    new Listening(LOOPBACK, 0, Optional.empty(), false, limits),
                    resources.engine().clock(),
                    new InterfaceParts(resources, open).api(operators, new Health()));
            Blocking.await(resources.vertx().deployVerticle(verticle));
            return work.apply(DaemonClient.to(
                    new LocalAccess(LOOPBACK, verticle.actualPort(), Optional.empty(), token), OsUser.NAME));
        } finally {
            open.forEach(OpenConnection::close);
        }
    }

    /** Records can be listed without the secrets of a connection; whatever asks its remote systems cannot. */
    private static Optional<OpenConnection> opened(DaemonResources resources, ConnectionSettings settings) {
        try {
            return Optional.of(Blocking.await(OpenConnection.open(resources, settings)));
        } catch (CredentialException e) {
            System.err.println(Printable.line("Connection " + settings.id()
                    + " cannot be opened, so nothing can be forecast" + " or checked on it: " + e.getMessage()));
            return Optional.empty();
        }
    }
}
