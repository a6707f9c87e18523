package io.mlconnector.runtime.lifecycle;

import io.mlconnector.engine.loop.Loop;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.credentials.CredentialException;
import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.postgres.credentials.MasterKey;
import io.mlconnector.postgres.database.ReadingPool;
import io.mlconnector.postgres.embedded.EmbeddedDatabase;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConnectionSettings;
import io.mlconnector.runtime.config.ConnectionSettings.ClientProof;
import io.mlconnector.runtime.config.Secret;
import io.mlconnector.runtime.credentials.Secrets;
import io.mlconnector.runtime.loop.VertxLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the configuration needs: no schema is made, no key, no database, and nothing is remembered. The encrypted
 * store is read where it exists already; an embedded database that exists is started for that while it is not running.
 */
public final class Inspection {

    private final Vertx vertx;
    private final Configuration configuration;
    private final InstantSource clock;
    private final Map<String, String> environment;
    private final Gates gates;
    private final @Nullable Credentials credentials;
    private final @Nullable ReadingPool pool;
    private final Runnable shutDown;

    private Inspection(
            Vertx vertx,
            Configuration configuration,
            InstantSource clock,
            Map<String, String> environment,
            @Nullable Credentials credentials,
            @Nullable ReadingPool pool,
            Runnable shutDown) {
        this.vertx = vertx;
        this.configuration = configuration;
        this.clock = clock;
        this.environment = environment;
        this.gates = new Gates(vertx, new NoNotices(), clock, System::nanoTime, configuration.connections());
        this.credentials = credentials;
        this.pool = pool;
        this.shutDown = shutDown;
    }

    /** Opens what is there. */
    public static Future<Inspection> open(
            Vertx vertx, Configuration configuration, InstantSource clock, Map<String, String> environment) {
        Path folder = configuration.dataDirectory();
        boolean key = Files.exists(folder.resolve("master.key"))
                || !environment.getOrDefault(MasterKey.VARIABLE, "").isBlank();
        boolean stored = secrets(configuration).values().stream().anyMatch(Secret.Stored.class::isInstance);
        if (configuration.database().isPresent()) {
            Configuration.Database database = configuration.database().get();
            // A password that is missing is told among the other secrets.
            Future<String> password = database.password()
                    .map(secret -> Secrets.withoutStore(vertx, environment)
                            .value(secret, "database.password")
                            .otherwise(""))
                    .orElseGet(() -> Future.succeededFuture(""));
            return password.compose(
                    value -> on(vertx, configuration, clock, environment, key, database.address(value), () -> {}));
        }
        boolean there = Files.exists(folder.resolve("postgres").resolve("data").resolve("PG_VERSION"));
        if (!stored || !there || !key) {
            return Future.succeededFuture(
                    new Inspection(vertx, configuration, clock, environment, null, null, () -> {}));
        }
        return vertx.executeBlocking(() -> EmbeddedDatabase.visit(folder))
                .compose(server -> on(vertx, configuration, clock, environment, true, server.address(), server::stop));
    }

    private static Future<Inspection> on(
            Vertx vertx,
            Configuration configuration,
            InstantSource clock,
            Map<String, String> environment,
            boolean key,
            DatabaseAddress address,
            Runnable shutDown) {
        ReadingPool pool = ReadingPool.open(vertx, address);
        Future<Optional<Credentials>> credentials = key
                ? Credentials.count(pool.pool())
                        .compose(stored -> vertx.executeBlocking(
                                () -> MasterKey.open(configuration.dataDirectory(), environment, stored)))
                        .map(master -> Optional.of(new Credentials(pool.pool(), master, clock)))
                : Future.succeededFuture(Optional.empty());
        return credentials.map(
                store -> new Inspection(vertx, configuration, clock, environment, store.orElse(null), pool, shutDown));
    }

    /** Every secret that the daemon needs, by its place in the configuration. */
    private static Map<String, Secret> secrets(Configuration configuration) {
        Map<String, Secret> all = new LinkedHashMap<>();
        configuration
                .database()
                .flatMap(Configuration.Database::password)
                .ifPresent(secret -> all.put("database.password", secret));
        configuration.operatorToken().ifPresent(secret -> all.put("operators.token", secret));
        configuration.http().tls().ifPresent(tls -> {
            all.put("http.tls.certificate", new Secret.File(tls.certificate()));
            all.put("http.tls.key", tls.key());
        });
        for (ConnectionSettings connection : configuration.connections()) {
            String at = "connections[" + connection.id() + "].";
            switch (connection.dynamics().credential()) {
                case ClientProof.BySecret(Secret secret) -> all.put(at + "dynamics.clientSecret", secret);
                case ClientProof.ByCertificate(Secret.File certificate, Secret key) -> {
                    all.put(at + "dynamics.certificate", certificate);
                    all.put(at + "dynamics.privateKey", key);
                }
            }
            connection.dynamics().eventKey().ifPresent(secret -> all.put(at + "dynamics.businessEvents.key", secret));
            all.put(at + "cleo.password", connection.cleo().password());
            connection.cleo().totpKey().ifPresent(secret -> all.put(at + "cleo.totpKey", secret));
            connection
                    .dynamics()
                    .previousEventKey()
                    .ifPresent(secret -> all.put(at + "dynamics.businessEvents.previousKey", secret));
            connection.cleo().fileHook().key().ifPresent(secret -> all.put(at + "cleo.fileArrived.key", secret));
            connection
                    .cleo()
                    .fileHook()
                    .previousKey()
                    .ifPresent(secret -> all.put(at + "cleo.fileArrived.previousKey", secret));
        }
        return all;
    }

    /** What the daemon would miss or refuse, a sentence each; empty if nothing. */
    public Future<List<String>> missing() {
        List<String> missing = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (Map.Entry<String, Secret> wanted : secrets(configuration).entrySet()) {
            all = all.compose(ignored -> value(wanted.getValue(), wanted.getKey())
                    .onSuccess(value -> tooShort(wanted.getKey(), value).ifPresent(missing::add))
                    .onFailure(failure -> missing.add(String.valueOf(failure.getMessage())))
                    .transform(ignoredToo -> Future.succeededFuture()));
        }
        return all.map(ignored -> missing);
    }

    private Optional<String> tooShort(String what, String value) {
        Configuration.Http http = configuration.http();
        boolean publicly = http.behindProxy() || !http.onThisMachine();
        return what.equals("operators.token") && publicly && value.length() < Configuration.SHORTEST_TOKEN
                ? Optional.of("operators.token " + Configuration.TOKEN_TOO_SHORT + ".")
                : Optional.empty();
    }

    private Future<String> value(Secret secret, String what) {
        if (what.equals("database.password")) {
            return Secrets.withoutStore(vertx, environment).value(secret, what);
        }
        Secrets secrets = new Secrets(vertx, credentials, environment);
        if (!(secret instanceof Secret.Stored(String name))) {
            return secrets.value(secret, what);
        }
        return credentials == null
                ? Future.failedFuture(notStored(what, name, "is not stored", null))
                : secrets.value(secret, what)
                        .recover(failure -> Future.failedFuture(
                                failure instanceof CredentialException
                                        ? failure
                                        : notStored(
                                                what, name, "cannot be read (" + failure.getMessage() + ")", failure)));
    }

    private static CredentialException notStored(String what, String name, String why, @Nullable Throwable cause) {
        return new CredentialException(
                what + " wants the credential " + name + ", which " + why + ". Enter it: ml-connector credentials set "
                        + name,
                cause);
    }

    /** Whether a configured database answers; empty if none is configured. */
    public Optional<Future<Void>> database() {
        return configuration.database().isPresent() && pool != null ? Optional.of(pool.answers()) : Optional.empty();
    }

    /** Makes both sides of a connection; fails if a secret is missing. */
    public Future<OpenConnection> connect(ConnectionSettings settings) {
        return OpenConnection.open(vertx, this::value, gates, clock, settings);
    }

    /** On which what the ports promise goes on. */
    public Loop loop() {
        return new VertxLoop(vertx);
    }

    /** Closes what was opened. */
    public Future<Void> close() {
        return gates.close()
                .eventually(() -> pool == null ? Future.succeededFuture() : pool.close())
                .compose(ignored -> vertx.executeBlocking(() -> {
                    shutDown.run();
                    return null;
                }));
    }
}
