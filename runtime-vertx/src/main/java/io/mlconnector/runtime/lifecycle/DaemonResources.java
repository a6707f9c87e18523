package io.mlconnector.runtime.lifecycle;

import io.mlconnector.domain.flow.RetryTiming;
import io.mlconnector.engine.DocumentIds;
import io.mlconnector.engine.Engine;
import io.mlconnector.json.JsonNeutralOrder;
import io.mlconnector.json.JsonStoredForm;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.postgres.credentials.MasterKey;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.database.DatabaseAddress;
import io.mlconnector.postgres.database.EmbeddedDatabase;
import io.mlconnector.postgres.database.ReadingPool;
import io.mlconnector.postgres.journal.PostgresJournal;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.credentials.Secrets;
import io.mlconnector.runtime.loop.VertxLoop;
import io.mlconnector.x12.X12Codec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/**
 * What stands below every command that needs the database: the database itself, the journal and the secrets.
 *
 * @param vertx the event loops
 * @param configuration as read
 * @param database open
 * @param readers connections for those who read
 * @param journal on that database
 * @param credentials the encrypted store
 * @param masterKey that protects it
 * @param secrets fetches values
 * @param gates to the remote systems, shared by all connections
 * @param engine for flows
 */
public record DaemonResources(
        Vertx vertx,
        Configuration configuration,
        Database database,
        ReadingPool readers,
        PostgresJournal journal,
        Credentials credentials,
        MasterKey masterKey,
        Secrets secrets,
        Gates gates,
        Engine engine) {

    /**
     * Opens everything for the daemon, which has its data directory for itself; starts an embedded PostgreSQL if no
     * database is configured.
     */
    public static Future<DaemonResources> open(Vertx vertx, Configuration configuration, InstantSource clock) {
        return open(vertx, configuration, clock, EmbeddedDatabase::start);
    }

    /** Opens everything for a command: beside a daemon that runs, or alone. */
    public static Future<DaemonResources> visit(Vertx vertx, Configuration configuration, InstantSource clock) {
        return open(vertx, configuration, clock, EmbeddedDatabase::visit);
    }

    private static Future<DaemonResources> open(
            Vertx vertx, Configuration configuration, InstantSource clock, Function<Path, EmbeddedDatabase> embedded) {
        Map<String, String> environment = System.getenv();
        return vertx.executeBlocking(() -> MasterKey.open(folder(configuration), environment))
                .compose(key -> database(vertx, configuration, environment, embedded)
                        .compose(opened -> vertx.executeBlocking(() -> node(folder(configuration)))
                                .map(node -> ground(vertx, configuration, clock, environment, key, opened, node))));
    }

    private static DaemonResources ground(
            Vertx vertx,
            Configuration configuration,
            InstantSource clock,
            Map<String, String> environment,
            MasterKey key,
            Opened opened,
            String node) {
        Database database = opened.database();
        JsonStoredForm storedForm = new JsonStoredForm();
        PostgresJournal journal = new PostgresJournal(database.pool(), clock, storedForm);
        Credentials credentials = new Credentials(database.pool(), key, clock);
        SecureRandom random = new SecureRandom();
        Engine engine = new Engine(
                new VertxLoop(vertx),
                journal,
                new X12Codec(),
                new JsonNeutralOrder(),
                storedForm,
                new CrossReferenceStore(database.pool()),
                new DocumentIds(clock, random),
                clock,
                random,
                RetryTiming.USUAL,
                Engine.USUAL_LEASE,
                node);
        return new DaemonResources(
                vertx,
                configuration,
                database,
                opened.readers(),
                journal,
                credentials,
                key,
                new Secrets(vertx, credentials, environment),
                new Gates(vertx, journal, clock, System::nanoTime, configuration.connections()),
                engine);
    }

    /** Made if it is not there, and written to once, because rights alone do not tell. */
    private static Path folder(Configuration configuration) {
        Path folder = configuration.dataDirectory();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "probe", ""));
            return folder;
        } catch (IOException e) {
            throw new StartException(
                    "The data directory " + folder + " cannot be used (" + reason(e)
                            + "). Name another one under dataDirectory, or let this user write there.",
                    e);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case FileAlreadyExistsException ignored -> "there is a file of this name";
            case AccessDeniedException ignored -> "access is denied";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }

    /** Our name among several daemons: the same after a restart, so that we find what we left behind. */
    private static String node(Path folder) throws IOException {
        Path file = folder.resolve("node");
        if (!Files.exists(file)) {
            Files.writeString(file, "node-" + Long.toUnsignedString(new SecureRandom().nextLong(), 36));
        }
        return Files.readString(file).strip();
    }

    /** A database with both of its pools. */
    private record Opened(Database database, ReadingPool readers) {}

    private static Future<Opened> database(
            Vertx vertx,
            Configuration configuration,
            Map<String, String> environment,
            Function<Path, EmbeddedDatabase> embedded) {
        if (configuration.database().isEmpty()) {
            return vertx.executeBlocking(() -> embedded.apply(configuration.dataDirectory()))
                    .compose(server -> opened(vertx, server.address(), server::stop));
        }
        Configuration.Database wanted = configuration.database().get();
        // The password of the database cannot lie in the database.
        Future<String> password = wanted.password()
                .map(secret -> Secrets.withoutStore(vertx, environment).value(secret, "database.password"))
                .orElseGet(() -> Future.succeededFuture(""));
        return password.compose(value -> opened(vertx, wanted.address(value), () -> {}));
    }

    private static Future<Opened> opened(Vertx vertx, DatabaseAddress address, Runnable shutDown) {
        return Database.open(vertx, address, shutDown)
                .map(database -> new Opened(database, ReadingPool.open(vertx, address)));
    }

    /** Closes the gates, then the database. */
    public Future<Void> close() {
        return gates.close().eventually(readers::close).compose(ignored -> database.close(vertx));
    }
}
