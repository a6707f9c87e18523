package io.mlconnector.runtime.lifecycle;

import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.engine.DocumentIds;
import io.mlconnector.engine.Engine;
import io.mlconnector.json.JsonNeutralOrder;
import io.mlconnector.json.JsonStoredForm;
import io.mlconnector.postgres.alignment.CrossReferenceStore;
import io.mlconnector.postgres.continuity.CommitWatch;
import io.mlconnector.postgres.continuity.HighWaterMark;
import io.mlconnector.postgres.credentials.Credentials;
import io.mlconnector.postgres.credentials.MasterKey;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.postgres.database.ReadingPool;
import io.mlconnector.postgres.embedded.EmbeddedDatabase;
import io.mlconnector.postgres.journal.PostgresJournal;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.credentials.Secrets;
import io.mlconnector.runtime.loop.VertxLoop;
import io.mlconnector.x12.X12Codec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
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
        return open(vertx, configuration, clock, EmbeddedDatabase::start, DaemonResources::marked);
    }

    /** Opens everything for a command: beside a daemon that runs, or alone. */
    public static Future<DaemonResources> visit(Vertx vertx, Configuration configuration, InstantSource clock) {
        return open(
                vertx,
                configuration,
                clock,
                EmbeddedDatabase::visit,
                (loops, settings, time, database) -> Future.succeededFuture(CommitWatch.NOBODY));
    }

    /** Who watches what is committed: only a daemon sends, so only a daemon needs the mark. */
    private interface Watching {
        Future<CommitWatch> of(Vertx vertx, Configuration configuration, InstantSource clock, Database database);
    }

    private static Future<CommitWatch> marked(
            Vertx vertx, Configuration configuration, InstantSource clock, Database database) {
        PostgresJournal journal = new PostgresJournal(database.pool(), clock, new JsonStoredForm());
        VertxLoop loop = new VertxLoop(vertx);
        return HighWaterMark.open(
                        vertx,
                        database.pool(),
                        StoredDatabase.folder(configuration),
                        clock,
                        (sequence, last) -> loop.await(journal.usedUpTo(sequence, last)),
                        taken -> loop.await(journal.takenBeforeRestoration(taken)),
                        Long.toUnsignedString(new SecureRandom().nextLong(), 36))
                .map(mark -> mark);
    }

    private static Future<DaemonResources> open(
            Vertx vertx,
            Configuration configuration,
            InstantSource clock,
            Function<Path, EmbeddedDatabase> embedded,
            Watching watching) {
        Map<String, String> environment = System.getenv();
        return StoredDatabase.open(vertx, configuration, embedded)
                .compose(database -> key(vertx, configuration, environment, database)
                        .compose(key -> vertx.executeBlocking(() -> node(StoredDatabase.folder(configuration)))
                                .compose(node -> watching.of(vertx, configuration, clock, database)
                                        .map(watch -> resources(
                                                vertx, configuration, clock, environment, key, database, node, watch))))
                        .recover(failure -> database.close(vertx).transform(ignored -> Future.failedFuture(failure))));
    }

    /** The key after the database: whether a missing one may be made depends on what is stored. */
    static Future<MasterKey> key(
            Vertx vertx, Configuration configuration, Map<String, String> environment, Database database) {
        return Credentials.count(database.pool())
                .compose(stored -> vertx.executeBlocking(
                        () -> MasterKey.open(StoredDatabase.folder(configuration), environment, stored)));
    }

    private static DaemonResources resources(
            Vertx vertx,
            Configuration configuration,
            InstantSource clock,
            Map<String, String> environment,
            MasterKey key,
            Database database,
            String node,
            CommitWatch watch) {
        JsonStoredForm storedForm = new JsonStoredForm();
        PostgresJournal journal = new PostgresJournal(database.pool(), clock, storedForm, watch);
        Credentials credentials = new Credentials(database.pool(), key, clock);
        SecureRandom random = new SecureRandom();
        Engine engine = new Engine(
                new VertxLoop(vertx),
                journal,
                new X12Codec(TransactionSetLimit.of(Runtime.getRuntime().maxMemory())),
                new JsonNeutralOrder(),
                storedForm,
                new CrossReferenceStore(database.pool(), clock),
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
                database.reading(),
                journal,
                credentials,
                key,
                new Secrets(vertx, credentials, environment),
                new Gates(vertx, journal, clock, System::nanoTime, configuration.connections()),
                engine);
    }

    /** Our name among several daemons: the same after a restart, so that we find what we left behind. */
    private static String node(Path folder) throws IOException {
        Path file = folder.resolve("node");
        if (!Files.exists(file)) {
            Files.writeString(file, "node-" + Long.toUnsignedString(new SecureRandom().nextLong(), 36));
        }
        return Files.readString(file).strip();
    }

    /** Closes the gates, then the database. */
    public Future<Void> close() {
        return gates.close().compose(ignored -> database.close(vertx));
    }
}
