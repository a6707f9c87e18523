package io.mlconnector.runtime.lifecycle;

import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.dynamics.JsonBusinessEvents;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.answering.Deadlines;
import io.mlconnector.engine.intake.FolderPoller;
import io.mlconnector.engine.intake.Notices;
import io.mlconnector.engine.intake.OneAtATime;
import io.mlconnector.engine.intake.OrderPoller;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.restoration.RestorationWatch;
import io.mlconnector.engine.runner.FlowRunner;
import io.mlconnector.postgres.address.Transport;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.credentials.CredentialException;
import io.mlconnector.postgres.journal.PostgresJournal;
import io.mlconnector.postgres.monitoring.JournalMonitor;
import io.mlconnector.postgres.operators.Operators;
import io.mlconnector.runtime.cause.CauseFixes;
import io.mlconnector.runtime.cause.CausesApi;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.config.Secret;
import io.mlconnector.runtime.crossreference.ConfiguredPlaces;
import io.mlconnector.runtime.crossreference.CrossReferencesApi;
import io.mlconnector.runtime.http.Api;
import io.mlconnector.runtime.http.Hooks;
import io.mlconnector.runtime.http.HttpVerticle;
import io.mlconnector.runtime.http.Listening;
import io.mlconnector.runtime.http.Monitoring;
import io.mlconnector.runtime.http.Work;
import io.mlconnector.runtime.http.entrance.Counts;
import io.mlconnector.runtime.local.LocalAccess;
import io.mlconnector.runtime.loop.ActivityVerticle;
import io.mlconnector.runtime.loop.Heartbeats;
import io.mlconnector.runtime.loop.LoopDelays;
import io.mlconnector.runtime.ping.ConnectionsApi;
import io.mlconnector.runtime.ping.Ping;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

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

    private final DaemonResources ground;
    private final List<OpenConnection> connections;
    private final List<String> intake;
    private final List<String> work;
    private final HttpVerticle http;
    private final String httpDeployment;
    private final Optional<String> firstToken;

    private Daemon(
            DaemonResources ground,
            List<OpenConnection> connections,
            List<String> intake,
            List<String> work,
            HttpVerticle http,
            String httpDeployment,
            Optional<String> firstToken) {
        this.ground = ground;
        this.connections = connections;
        this.intake = intake;
        this.work = work;
        this.http = http;
        this.httpDeployment = httpDeployment;
        this.firstToken = firstToken;
    }

    /** Starts on an open database. */
    public static Future<Daemon> start(DaemonResources ground) {
        Vertx vertx = ground.vertx();
        Health health = new Health();
        String local = LocalAccess.freshToken();
        Heartbeats heartbeats = new Heartbeats(System::nanoTime);
        LoopDelays delays = new LoopDelays(System::nanoTime);
        CleoRate.of(ground.configuration().connections()).stream()
                .filter(CleoRate::disputed)
                .forEach(rate -> LOG.warning(rate.explanation()));
        ground.configuration()
                .database()
                .filter(database -> database.transport().encryption() == Transport.Encryption.REQUIRE)
                .ifPresent(database -> LOG.warning("database.url says sslmode=require: connections to the database are"
                        + " encrypted, but nobody verifies who answers. Say sslmode=verify-full, with sslrootcert if your"
                        + " own authority signed the server's certificate."));
        ground.database()
                .supervise(vertx, new DatabaseHealth(health, ground.engine().clock()));
        new DiskSpace(
                        ground.configuration().dataDirectory(),
                        health,
                        ground.engine().clock())
                .watch(vertx);
        return ground.engine()
                .onContext(ground.journal().takeOver(ground.engine().node()))
                .onSuccess(count -> {
                    if (count > 0) {
                        LOG.log(
                                Level.INFO,
                                "{0} documents were in hand when the last run ended; going on with them",
                                count);
                    }
                })
                .compose(ignored -> delays.watchAll(vertx))
                .compose(ignored -> openConnections(ground, 0, new ArrayList<>()))
                .compose(connections -> operators(ground, local)
                        .compose(operators -> hooks(ground, connections)
                                .compose(hooks -> listening(ground).compose(listening -> {
                                    List<Connection> all = connections.stream()
                                            .map(OpenConnection::connection)
                                            .toList();
                                    Counts counts = new Counts();
                                    Engine looking = looking(ground);
                                    HttpVerticle http = new HttpVerticle(
                                            listening,
                                            ground.engine().clock(),
                                            counts,
                                            new Api(
                                                    ground.engine(),
                                                    looking,
                                                    operators,
                                                    all,
                                                    new ConnectionsApi(
                                                            pings(ground, connections),
                                                            health,
                                                            ground.engine().clock()),
                                                    crossReferences(ground),
                                                    causes(ground, looking, all)),
                                            hooks,
                                            new Monitoring(
                                                    new JournalMonitor(
                                                            ground.readers().pool(),
                                                            ground.engine().clock()),
                                                    health,
                                                    heartbeats,
                                                    counts,
                                                    new Work(
                                                            () -> ground.gates().loads(), delays),
                                                    ground.engine().clock()));
                                    return operators
                                            .firstToken()
                                            .compose(token -> vertx.deployVerticle(http)
                                                    .recover(failure ->
                                                            Future.failedFuture(notListening(ground, failure)))
                                                    .compose(deployed -> toldLocally(
                                                            ground, listening, http.actualPort(), local, deployed))
                                                    .compose(httpDeployment -> deployAll(
                                                                    vertx,
                                                                    heartbeats,
                                                                    List.of(new FlowRunner(
                                                                            ground.engine(),
                                                                            all,
                                                                            documentsAtOnce(all.size()),
                                                                            Duration.ofSeconds(1),
                                                                            health)))
                                                            .compose(work -> deployAll(
                                                                            vertx,
                                                                            heartbeats,
                                                                            pollers(ground, all, health))
                                                                    .map(intake -> new Daemon(
                                                                            ground,
                                                                            connections,
                                                                            intake,
                                                                            work,
                                                                            http,
                                                                            httpDeployment,
                                                                            token)))));
                                }))));
    }

    /** Tells commands on this machine where it answers; without it they work by themselves. */
    private static Future<String> toldLocally(
            DaemonResources ground, Listening listening, int port, String local, String deployed) {
        return ground.vertx()
                .executeBlocking(() -> {
                    new LocalAccess(
                                    LocalAccess.reachable(listening.host()),
                                    port,
                                    listening.tls().map(pem -> pem.certificate().toString()),
                                    local)
                            .write(ground.configuration().dataDirectory());
                    return deployed;
                })
                .otherwise(failure -> {
                    LOG.log(
                            Level.WARNING,
                            "Commands beside this daemon cannot ask it: daemon.json cannot be written into the data"
                                    + " directory",
                            failure);
                    return deployed;
                });
    }

    private static CausesApi causes(DaemonResources ground, Engine looking, List<Connection> connections) {
        return new CausesApi(
                looking,
                new CauseFixes(
                        ground.engine(),
                        looking,
                        connections,
                        new CrossReferenceStore(
                                ground.database().pool(), ground.engine().clock()),
                        ConfiguredPlaces.of(ground.configuration())));
    }

    private static CrossReferencesApi crossReferences(DaemonResources ground) {
        InstantSource clock = ground.engine().clock();
        return new CrossReferencesApi(
                new CrossReferenceStore(ground.database().ofTheInterface().pool(), clock),
                new CrossReferenceStore(ground.database().pool(), clock),
                ConfiguredPlaces.of(ground.configuration()));
    }

    private static Map<String, Ping> pings(DaemonResources ground, List<OpenConnection> connections) {
        Map<String, Ping> pings = new LinkedHashMap<>();
        for (OpenConnection open : connections) {
            String id = open.connection().id();
            ground.configuration().connections().stream()
                    .filter(settings -> settings.id().equals(id))
                    .forEach(settings ->
                            pings.put(id, new Ping(ground.engine().loop(), settings, open.dynamics(), open.cleo())));
        }
        return pings;
    }

    private static int documentsAtOnce(int connections) {
        return Math.min(DOCUMENTS_AT_ONCE, DOCUMENTS_OF_A_CONNECTION * connections);
    }

    private static Future<List<OpenConnection>> openConnections(
            DaemonResources ground, int at, List<OpenConnection> open) {
        List<ConnectionSettings> wanted = ground.configuration().connections();
        if (at >= wanted.size()) {
            return Future.succeededFuture(open);
        }
        return OpenConnection.open(ground, wanted.get(at)).compose(connection -> {
            open.add(connection);
            return openConnections(ground, at + 1, open);
        });
    }

    /** The engine for those who only look, on connections of their own. */
    private static Engine looking(DaemonResources ground) {
        Engine engine = ground.engine();
        Pool pool = ground.database().ofTheInterface().pool();
        return engine.over(
                new PostgresJournal(pool, engine.clock(), engine.storedForm()),
                new CrossReferenceStore(pool, engine.clock()));
    }

    private static Future<Operators> operators(DaemonResources ground, String local) {
        Optional<Secret> token = ground.configuration().operatorToken();
        Future<Optional<String>> configured = token.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : ground.secrets().value(token.get(), "operators.token").compose(value -> longEnough(ground, value));
        return configured.map(value -> new Operators(
                ground.database().ofTheInterface().pool(),
                ground.engine().clock(),
                value,
                local,
                LocalAccess.OPERATOR));
    }

    /** Who can be reached from elsewhere is guessed at from elsewhere. */
    private static Future<Optional<String>> longEnough(DaemonResources ground, String token) {
        Configuration.Http http = ground.configuration().http();
        boolean publicly = http.behindProxy() || !http.onThisMachine();
        return publicly && token.length() < Configuration.SHORTEST_TOKEN
                ? Future.failedFuture(
                        new CredentialException("operators.token " + Configuration.TOKEN_TOO_SHORT + ".", null))
                : Future.succeededFuture(Optional.of(token));
    }

    private static Future<Listening> listening(DaemonResources ground) {
        Configuration.Http http = ground.configuration().http();
        return pem(ground, http)
                .map(pem -> new Listening(http.host(), http.port(), pem, http.behindProxy(), http.limits()));
    }

    private static Future<Optional<Listening.Pem>> pem(DaemonResources ground, Configuration.Http http) {
        if (http.tls().isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        Configuration.Tls tls = http.tls().get();
        return ground.secrets()
                .value(new Secret.File(tls.certificate()), "http.tls.certificate")
                .compose(certificate -> ground.secrets()
                        .value(tls.key(), "http.tls.key")
                        .map(key -> Optional.of(new Listening.Pem(Buffer.buffer(certificate), Buffer.buffer(key)))));
    }

    private static Throwable notListening(DaemonResources ground, Throwable failure) {
        Configuration.Http http = ground.configuration().http();
        String words = String.valueOf(failure.getMessage());
        String at = "http.host " + http.host() + ", http.port " + http.port();
        if (failure instanceof UnknownHostException) {
            return new StartException(at + ": the host name is not known. Change http.host.", failure);
        }
        if (failure instanceof SocketException && words.contains("assign")) {
            return new StartException(at + ": this machine has no such address. Change http.host.", failure);
        }
        if (failure instanceof SocketException && words.toLowerCase(Locale.ROOT).contains("permission")) {
            return new StartException(
                    at + ": this user may not listen there. Change http.port to 1024 or more.", failure);
        }
        if (failure instanceof SocketException) {
            return new StartException(
                    at + ": something listens there already, perhaps another daemon. Stop it, or change http.port.",
                    failure);
        }
        return http.tls().isEmpty()
                ? failure
                : new StartException(
                        "http.tls.certificate and http.tls.key cannot be used: " + words
                                + ". Both must be PEM files that belong together.",
                        failure);
    }

    private static Future<Hooks> hooks(DaemonResources ground, List<OpenConnection> connections) {
        Map<String, List<String>> eventKeys = new HashMap<>();
        Map<String, Hooks.FileKeys> fileKeys = new HashMap<>();
        Future<Void> all = Future.succeededFuture();
        for (ConnectionSettings connection : ground.configuration().connections()) {
            ConnectionSettings.FileHook hook = connection.cleo().fileHook();
            all = all.compose(ignored -> keys(
                            ground,
                            connection.dynamics().eventKey(),
                            connection.dynamics().previousEventKey(),
                            connection.id() + " businessEvents"))
                    .onSuccess(keys -> eventKeys.put(connection.id(), keys))
                    .compose(ignored -> keys(ground, hook.key(), hook.previousKey(), connection.id() + " fileArrived"))
                    .onSuccess(keys -> fileKeys.put(connection.id(), presented(hook, keys)))
                    .mapEmpty();
        }
        Map<String, Function<byte[], Optional<String>>> brought = new HashMap<>();
        connections.stream()
                .map(OpenConnection::connection)
                .filter(connection -> connection.folders().broughtByHook())
                .forEach(connection -> brought.put(
                        connection.id(), body -> connection.folderOf(body).map(FolderReference::toString)));
        return all.map(ignored ->
                new Hooks(new Notices(ground.engine(), new JsonBusinessEvents()), eventKeys, fileKeys, brought));
    }

    private static Hooks.FileKeys presented(ConnectionSettings.FileHook hook, List<String> keys) {
        return switch (hook.scheme()) {
            case BEARER -> Hooks.FileKeys.bearer(keys);
            case BASIC -> Hooks.FileKeys.basic(keys);
            case HEADER -> Hooks.FileKeys.header(keys, hook.header());
        };
    }

    /** The key and the one before it, as far as they are configured. */
    private static Future<List<String>> keys(
            DaemonResources ground, Optional<Secret> key, Optional<Secret> previous, String what) {
        return key(ground, key, what + ".key")
                .compose(first -> key(ground, previous, what + ".previousKey")
                        .map(second ->
                                Stream.concat(first.stream(), second.stream()).toList()));
    }

    private static Future<Optional<String>> key(DaemonResources ground, Optional<Secret> secret, String what) {
        return secret.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : ground.secrets().value(secret.get(), what).map(Optional::of);
    }

    private static List<Activity> pollers(DaemonResources ground, List<Connection> connections, Health health) {
        List<Activity> pollers = new ArrayList<>();
        pollers.add(new RestorationWatch(ground.engine(), health));
        OneAtATime largeFiles = new OneAtATime();
        for (Connection connection : connections) {
            pollers.add(new OrderPoller(ground.engine(), connection, health));
            pollers.add(new Deadlines(ground.engine(), connection, health));
            Map<FolderReference, TradingPartner> folders = new LinkedHashMap<>();
            for (TradingPartner partner : connection.partners().all()) {
                partner.invoices().ifPresent(agreed -> folders.putIfAbsent(agreed.folder(), partner));
            }
            folders.forEach((folder, partner) ->
                    pollers.add(new FolderPoller(ground.engine(), connection, partner, folder, largeFiles, health)));
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

    /** Where the interface answers. */
    public int port() {
        return http.actualPort();
    }

    /** The administrator's token, if this is the first start; it is not to be had again. */
    public Optional<String> firstToken() {
        return firstToken;
    }

    /** What it stands on. */
    public DaemonResources ground() {
        return ground;
    }

    /** Stops in order and closes the database. */
    public Future<Void> stop() {
        // A promise of nobody's: whoever waits may close the event loops.
        Promise<Void> gone = Promise.promise();
        ground.vertx()
                .executeBlocking(() -> {
                    LocalAccess.remove(ground.configuration().dataDirectory());
                    return true;
                })
                .onComplete(done -> gone.complete());
        return gone.future()
                .compose(ignored -> undeploy("intake", intake))
                .compose(ignored -> undeploy("work", work))
                .compose(ignored -> undeploy("interface", List.of(httpDeployment)))
                .compose(ignored -> {
                    connections.forEach(OpenConnection::close);
                    return ground.close();
                });
    }

    private Future<Void> undeploy(String what, List<String> deployments) {
        List<Future<Void>> all = new ArrayList<>();
        deployments.forEach(deployment -> all.add(ground.vertx().undeploy(deployment)));
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
