package io.mlconnector.runtime.lifecycle;

import io.mlconnector.console.Console;
import io.mlconnector.console.operator.Operator;
import io.mlconnector.console.session.Sessions;
import io.mlconnector.console.workplace.Workplace;
import io.mlconnector.domain.agreement.FolderReference;
import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.dynamics.JsonBusinessEvents;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.event.EventCounts;
import io.mlconnector.engine.intake.Notices;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.postgres.credentials.CredentialException;
import io.mlconnector.postgres.monitoring.JournalMonitor;
import io.mlconnector.postgres.operators.Operators;
import io.mlconnector.postgres.overview.PostgresOverview;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.config.Secret;
import io.mlconnector.runtime.http.Hooks;
import io.mlconnector.runtime.http.HttpVerticle;
import io.mlconnector.runtime.http.Listening;
import io.mlconnector.runtime.http.Monitoring;
import io.mlconnector.runtime.http.Work;
import io.mlconnector.runtime.http.entrance.Counts;
import io.mlconnector.runtime.local.LocalAccess;
import io.mlconnector.runtime.loop.Heartbeats;
import io.mlconnector.runtime.loop.LoopDelays;
import io.mlconnector.runtime.ping.ConsoleConnections;
import io.mlconnector.runtime.workplace.MinuteRecord;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what people and programs ask: who may, where it listens, what it answers. */
final class DaemonInterface {

    private static final Logger LOG = Logger.getLogger(DaemonInterface.class.getName());

    private final DaemonResources resources;
    private final List<OpenConnection> connections;
    private final Health health;
    private final Heartbeats heartbeats;
    private final LoopDelays delays;
    private final EventCounts events = new EventCounts();
    private final InterfaceParts parts;

    /** Commands on this machine present it. */
    private final String local = LocalAccess.freshToken();

    private final Sessions sessions;

    DaemonInterface(
            DaemonResources resources,
            List<OpenConnection> connections,
            Health health,
            Heartbeats heartbeats,
            LoopDelays delays) {
        this.resources = resources;
        this.connections = connections;
        this.parts = new InterfaceParts(resources, connections);
        this.health = health;
        this.heartbeats = heartbeats;
        this.delays = delays;
        this.sessions = new Sessions(resources.engine().clock(), new SecureRandom()::nextBytes);
    }

    /** A path that signs somebody with an operator's name in at the console, once. */
    private String link(String name) {
        return Console.link(sessions, Operator.signedIn(name));
    }

    /**
     * The interface at work.
     *
     * @param http what answers
     * @param deployment by which it is stopped
     * @param firstToken the administrator's, if this is the first start
     * @param links makes a path that signs somebody with an operator's name in at the console, once
     */
    record Open(HttpVerticle http, String deployment, Optional<String> firstToken, UnaryOperator<String> links) {}

    /** Begins to listen, and tells commands on this machine where. */
    Future<Open> open() {
        return operators()
                .compose(operators -> hooks().compose(hooks -> listening().compose(listening -> {
                    HttpVerticle http = verticle(listening, operators, hooks);
                    return operators
                            .firstToken()
                            .compose(token -> resources
                                    .vertx()
                                    .deployVerticle(http)
                                    .recover(failure -> Future.failedFuture(notListening(failure)))
                                    .compose(deployed -> toldLocally(listening, http.actualPort(), deployed))
                                    .map(deployment -> new Open(http, deployment, token, this::link)));
                })));
    }

    private HttpVerticle verticle(Listening listening, Operators operators, Hooks hooks) {
        InstantSource clock = resources.engine().clock();
        Counts counts = new Counts();
        return new HttpVerticle(
                listening,
                clock,
                counts,
                parts.api(operators, health),
                hooks,
                new Monitoring(
                        new JournalMonitor(resources.readers().pool(), clock),
                        health,
                        heartbeats,
                        counts,
                        new Work(() -> resources.gates().loads(), delays, events::all),
                        clock),
                console(operators));
    }

    private Console console(Operators operators) {
        PostgresOverview overview =
                new PostgresOverview(resources.database().ofTheInterface().pool());
        return new Console(
                new Workplace(
                        resources.engine(),
                        parts.looking(),
                        parts.connections(),
                        parts.fixes(),
                        overview,
                        new ConsoleConnections(
                                parts.pings(),
                                parts.sides(),
                                health,
                                resources.engine().clock()),
                        parts.translations(),
                        parts.trail(),
                        ConsoleParts.settings(resources, operators),
                        new MinuteRecord(
                                parts.looking().loop(),
                                resources.engine().clock(),
                                overview,
                                () -> resources.gates().traffic())),
                token -> operators.nameOf(token).map(name -> name.map(Operator::signedIn)),
                sessions);
    }

    /** Tells commands on this machine where it answers; without it they work by themselves. */
    private Future<String> toldLocally(Listening listening, int port, String deployed) {
        return resources
                .vertx()
                .executeBlocking(() -> {
                    new LocalAccess(
                                    LocalAccess.reachable(listening.host()),
                                    port,
                                    listening.tls().map(pem -> pem.certificate().toString()),
                                    local)
                            .write(resources.configuration().dataDirectory());
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

    private Future<Operators> operators() {
        Optional<Secret> token = resources.configuration().operatorToken();
        Future<Optional<String>> configured = token.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : resources.secrets().value(token.get(), "operators.token").compose(value -> longEnough(value));
        return configured.map(value -> new Operators(
                resources.database().ofTheInterface().pool(),
                resources.engine().clock(),
                value,
                local,
                LocalAccess.OPERATOR));
    }

    /** Who can be reached from elsewhere is guessed at from elsewhere. */
    private Future<Optional<String>> longEnough(String token) {
        Configuration.Http http = resources.configuration().http();
        boolean publicly = http.behindProxy() || !http.onThisMachine();
        return publicly && token.length() < Configuration.SHORTEST_TOKEN
                ? Future.failedFuture(
                        new CredentialException("operators.token " + Configuration.TOKEN_TOO_SHORT + ".", null))
                : Future.succeededFuture(Optional.of(token));
    }

    private Future<Listening> listening() {
        Configuration.Http http = resources.configuration().http();
        return pem(http).map(pem -> new Listening(http.host(), http.port(), pem, http.behindProxy(), http.limits()));
    }

    private Future<Optional<Listening.Pem>> pem(Configuration.Http http) {
        if (http.tls().isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        Configuration.Tls tls = http.tls().get();
        return resources
                .secrets()
                .value(new Secret.File(tls.certificate()), "http.tls.certificate")
                .compose(certificate -> resources
                        .secrets()
                        .value(tls.key(), "http.tls.key")
                        .map(key -> Optional.of(new Listening.Pem(Buffer.buffer(certificate), Buffer.buffer(key)))));
    }

    private Throwable notListening(Throwable failure) {
        Configuration.Http http = resources.configuration().http();
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

    private Future<Hooks> hooks() {
        Map<String, List<String>> eventKeys = new HashMap<>();
        Map<String, Hooks.FileKeys> fileKeys = new HashMap<>();
        Future<Void> all = Future.succeededFuture();
        for (ConnectionSettings connection : resources.configuration().connections()) {
            ConnectionSettings.FileHook hook = connection.cleo().fileHook();
            all = all.compose(ignored -> keys(
                            connection.dynamics().eventKey(),
                            connection.dynamics().previousEventKey(),
                            connection.id() + " businessEvents"))
                    .onSuccess(keys -> eventKeys.put(connection.id(), keys))
                    .compose(ignored -> keys(hook.key(), hook.previousKey(), connection.id() + " fileArrived"))
                    .onSuccess(keys -> fileKeys.put(connection.id(), presented(hook, keys)))
                    .mapEmpty();
        }
        Map<String, Function<byte[], Optional<String>>> brought = new HashMap<>();
        connections.stream()
                .map(OpenConnection::connection)
                .filter(connection -> connection.folders().broughtByHook())
                .forEach(connection -> brought.put(
                        connection.id(), body -> connection.folderOf(body).map(FolderReference::toString)));
        return all.map(ignored -> new Hooks(
                new Notices(resources.engine(), new JsonBusinessEvents(), events),
                eventKeys,
                fileKeys,
                brought,
                looked()));
    }

    private Map<String, List<FolderReference>> looked() {
        return connections.stream()
                .map(OpenConnection::connection)
                .collect(Collectors.toMap(
                        Connection::id,
                        connection -> connection.partners().all().stream()
                                .flatMap(partner -> partner.invoices().stream())
                                .map(InvoiceAgreement::folder)
                                .distinct()
                                .toList()));
    }

    private static Hooks.FileKeys presented(ConnectionSettings.FileHook hook, List<String> keys) {
        return switch (hook.scheme()) {
            case BEARER -> Hooks.FileKeys.bearer(keys);
            case BASIC -> Hooks.FileKeys.basic(keys);
            case HEADER -> Hooks.FileKeys.header(keys, hook.header());
        };
    }

    /** The key and the one before it, as far as they are configured. */
    private Future<List<String>> keys(Optional<Secret> key, Optional<Secret> previous, String what) {
        return key(key, what + ".key")
                .compose(first -> key(previous, what + ".previousKey")
                        .map(second ->
                                Stream.concat(first.stream(), second.stream()).toList()));
    }

    private Future<Optional<String>> key(Optional<Secret> secret, String what) {
        return secret.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : resources.secrets().value(secret.get(), what).map(Optional::of);
    }
}
