package io.mlconnector.runtime.lifecycle;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.answering.Deadlines;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.intervention.AutomaticAdvice;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.polling.OrderPoller;
import io.mlconnector.engine.restoration.RestorationWatch;
import io.mlconnector.engine.runner.FlowRunner;
import io.mlconnector.postgres.address.Transport;
import io.mlconnector.runtime.access.CleoRate;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.local.LocalAccess;
import io.mlconnector.runtime.loop.ActivityVerticle;
import io.mlconnector.runtime.loop.Heartbeats;
import io.mlconnector.runtime.loop.LoopDelays;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The whole program at work. Started from the database upwards; stopped in the written order: no new work comes in, work
 * under way is finished or left safely, connections close, the database last.
 */
public final class Daemon {

    private static final Logger LOG = Logger.getLogger(Daemon.class.getName());

    /** As many as the gate to a remote system lets through at once: more of one connection would only wait. */
    private static final int DOCUMENTS_OF_A_CONNECTION = 6;

    /** With more connections than this gives each its full number, they share it; what is in hand is in memory. */
    private static final int DOCUMENTS_AT_ONCE = 24;

    /** A remote call may take minutes; a stop does not wait for it that long. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final DaemonResources resources;
    private final List<OpenConnection> connections;
    private final List<String> intake;
    private final List<String> work;
    private final DaemonInterface.Open open;

    private Daemon(
            DaemonResources resources,
            List<OpenConnection> connections,
            List<String> intake,
            List<String> work,
            DaemonInterface.Open open) {
        this.resources = resources;
        this.connections = connections;
        this.intake = intake;
        this.work = work;
        this.open = open;
    }

    /** Starts on an open database. */
    public static Future<Daemon> start(DaemonResources resources) {
        Vertx vertx = resources.vertx();
        Health health = new Health();
        Heartbeats heartbeats = new Heartbeats(System::nanoTime);
        LoopDelays delays = new LoopDelays(System::nanoTime);
        CleoRate.of(resources.configuration().connections()).stream()
                .filter(CleoRate::disputed)
                .forEach(rate -> LOG.warning(rate.explanation()));
        resources
                .configuration()
                .database()
                .filter(database -> database.transport().encryption() == Transport.Encryption.REQUIRE)
                .ifPresent(database -> LOG.warning("database.url says sslmode=require: connections to the database are"
                        + " encrypted, but nobody verifies who answers. Say sslmode=verify-full, with sslrootcert if your"
                        + " own authority signed the server's certificate."));
        resources
                .database()
                .supervise(vertx, new DatabaseHealth(health, resources.engine().clock()));
        new DiskSpace(
                        resources.configuration().dataDirectory(),
                        health,
                        resources.engine().clock())
                .watch(vertx);
        return resources
                .engine()
                .onContext(resources.journal().takeOver(resources.engine().node()))
                .onSuccess(count -> {
                    if (count > 0) {
                        LOG.log(
                                Level.INFO,
                                "{0} documents were in hand when the last run ended; going on with them",
                                count);
                    }
                })
                .compose(ignored -> delays.watchAll(vertx))
                .compose(ignored -> openConnections(resources, 0, new ArrayList<>()))
                .compose(connections -> new DaemonInterface(resources, connections, health, heartbeats, delays)
                        .open()
                        .compose(open -> deployed(resources, connections, health, heartbeats, open)));
    }

    private static Future<Daemon> deployed(
            DaemonResources resources,
            List<OpenConnection> connections,
            Health health,
            Heartbeats heartbeats,
            DaemonInterface.Open open) {
        Vertx vertx = resources.vertx();
        List<Connection> all =
                connections.stream().map(OpenConnection::connection).toList();
        FlowRunner runner =
                new FlowRunner(resources.engine(), all, documentsAtOnce(all.size()), Duration.ofSeconds(1), health);
        return deployAll(vertx, heartbeats, List.of(runner))
                .compose(work -> deployAll(vertx, heartbeats, pollers(resources, all, health))
                        .map(intake -> new Daemon(resources, connections, intake, work, open)));
    }

    private static int documentsAtOnce(int connections) {
        return Math.min(DOCUMENTS_AT_ONCE, DOCUMENTS_OF_A_CONNECTION * connections);
    }

    private static Future<List<OpenConnection>> openConnections(
            DaemonResources resources, int at, List<OpenConnection> open) {
        List<ConnectionSettings> wanted = resources.configuration().connections();
        if (at >= wanted.size()) {
            return Future.succeededFuture(open);
        }
        return OpenConnection.open(resources, wanted.get(at)).compose(connection -> {
            open.add(connection);
            return openConnections(resources, at + 1, open);
        });
    }

    private static List<Activity> pollers(DaemonResources resources, List<Connection> connections, Health health) {
        List<Activity> pollers = new ArrayList<>();
        pollers.add(new RestorationWatch(resources.engine(), health));
        OneAtATime largeFiles = new OneAtATime();
        for (Connection connection : connections) {
            pollers.add(new OrderPoller(resources.engine(), connection, health));
            pollers.add(new Deadlines(resources.engine(), connection, health));
            if (AutomaticAdvice.wanted(connection)) {
                pollers.add(new AutomaticAdvice(resources.engine(), connection, health));
            }
            Map<FolderReference, TradingPartner> folders = new LinkedHashMap<>();
            for (TradingPartner partner : connection.partners().all()) {
                partner.invoices().ifPresent(agreed -> folders.putIfAbsent(agreed.folder(), partner));
            }
            folders.forEach((folder, partner) ->
                    pollers.add(new FolderPoller(resources.engine(), connection, partner, folder, largeFiles, health)));
        }
        return pollers;
    }

    private static Future<List<String>> deployAll(
            Vertx vertx, Heartbeats heartbeats, List<? extends Activity> activities) {
        List<String> deployments = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (Activity activity : activities) {
            all = all.compose(ignored -> vertx.deployVerticle(new ActivityVerticle(
                            activity,
                            activity.getClass().getSimpleName() + "-"
                                    + Integer.toHexString(System.identityHashCode(activity)),
                            heartbeats)))
                    .onSuccess(deployments::add)
                    .mapEmpty();
        }
        return all.map(ignored -> deployments);
    }

    /** A path that signs an operator in at the console, once and within a quarter of an hour. */
    public String consoleLink(String operator) {
        return open.links().apply(operator);
    }

    /** Where the interface answers. */
    public int port() {
        return open.http().actualPort();
    }

    /** The administrator's token, if this is the first start; it is not to be had again. */
    public Optional<String> firstToken() {
        return open.firstToken();
    }

    /** What it stands on. */
    public DaemonResources resources() {
        return resources;
    }

    /** Stops in order and closes the database. */
    public Future<Void> stop() {
        // A promise of nobody's: whoever waits may close the event loops.
        Promise<Void> gone = Promise.promise();
        resources
                .vertx()
                .executeBlocking(() -> {
                    LocalAccess.remove(resources.configuration().dataDirectory());
                    return true;
                })
                .onComplete(done -> gone.complete());
        return gone.future()
                .compose(ignored -> undeploy("intake", intake))
                .compose(ignored -> undeploy("work", work))
                .compose(ignored -> undeploy("interface", List.of(open.deployment())))
                .compose(ignored -> {
                    connections.forEach(OpenConnection::close);
                    return resources.close();
                });
    }

    private Future<Void> undeploy(String what, List<String> deployments) {
        List<Future<Void>> all = new ArrayList<>();
        deployments.forEach(deployment -> all.add(resources.vertx().undeploy(deployment)));
        return Future.join(all)
                .timeout(GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .<Void>mapEmpty()
                .recover(failure -> {
                    LOG.log(
                            Level.WARNING,
                            "The {0} did not come to rest in {1} seconds; what is under way is settled at the next start",
                            new Object[] {what, GRACE.toSeconds()});
                    return Future.succeededFuture();
                });
    }
}
