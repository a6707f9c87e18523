package io.mlconnector.runtime.terminal;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.audit.JournalAudit;
import io.mlconnector.postgres.database.Database;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.http.entrance.HttpLimits;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.runtime.lifecycle.StoredDatabase;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.local.DaemonGoneException;
import io.mlconnector.runtime.local.LocalAccess;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option that names the configuration, and what is opened with it. */
public final class ConfigOption {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration file (default: $MLC_CONFIG, else ml-connector.yaml).")
    private Path file = Path.of(System.getenv().getOrDefault("MLC_CONFIG", "ml-connector.yaml"));

    public Configuration read() {
        return ConfigurationReader.read(file);
    }

    public Path file() {
        return file;
    }

    /** Opens the database, does something with it and closes it again. */
    public <T> T withResources(Function<DaemonResources, T> work) {
        Configuration configuration = read();
        Vertx vertx = Loops.start();
        try {
            DaemonResources resources =
                    Blocking.await(DaemonResources.visit(vertx, configuration, InstantSource.system()));
            try {
                return work.apply(resources);
            } finally {
                Blocking.await(resources.close());
            }
        } finally {
            Blocking.await(vertx.close());
        }
    }

    /**
     * Asks the daemon that runs with this configuration on this machine; where none does, an interface of this process over the
     * database.
     */
    public <T> T asking(Function<DaemonClient, T> work) {
        return asking(0, work);
    }

    /**
     * The same, with a body that may be larger than a daemon takes: then an interface of this process takes it, also beside a daemon.
     *
     * @param bytes of the largest body
     */
    public <T> T asking(int bytes, Function<DaemonClient, T> work) {
        return asking(bytes, true, false, work);
    }

    /**
     * The same, for what shows how the configuration works: a daemon that started before its files were last changed is not asked.
     *
     * @param bytes of the largest body
     */
    public <T> T askingAsConfigured(int bytes, Function<DaemonClient, T> work) {
        return asking(bytes, true, true, work);
    }

    /**
     * Asks the daemon that runs on this machine with the configuration as it lies in its files now; where none does, something else is
     * done.
     */
    public <T> T askingAsConfigured(
            Configuration configuration, Function<DaemonClient, T> work, Supplier<T> otherwise) {
        try {
            return asConfigured(configuration).map(work).orElseGet(otherwise);
        } catch (DaemonGoneException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private Optional<DaemonClient> asConfigured(Configuration configuration) {
        return LocalAccess.since(configuration.dataDirectory())
                .filter(since -> !ConfigurationFiles.changedAfter(since, file, configuration))
                .flatMap(ignored -> DaemonClient.find(configuration.dataDirectory(), OsUser.NAME));
    }

    /**
     * Asks the daemon that runs with this configuration on this machine; where none does, or it does not answer the question, something
     * else is done.
     *
     * @param work empty if the daemon does not answer it
     */
    public <T> T askingOr(Function<DaemonClient, Optional<T>> work, Supplier<T> otherwise) {
        try {
            return DaemonClient.find(read().dataDirectory(), OsUser.NAME)
                    .flatMap(work)
                    .orElseGet(otherwise);
        } catch (DaemonGoneException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()));
        }
    }

    /** The same, for what asks no remote system: an interface of this process opens no connection, nor says which it cannot open. */
    public <T> T askingOfTheDatabase(int bytes, Function<DaemonClient, T> work) {
        return asking(bytes, false, false, work);
    }

    private <T> T asking(int bytes, boolean connected, boolean asConfigured, Function<DaemonClient, T> work) {
        Configuration configuration = read();
        HttpLimits limits = configuration.http().limits();
        try {
            Optional<DaemonClient> daemon = bytes > limits.body()
                    ? Optional.empty()
                    : asConfigured
                            ? asConfigured(configuration)
                            : DaemonClient.find(configuration.dataDirectory(), OsUser.NAME);
            return daemon.isPresent()
                    ? work.apply(daemon.get())
                    : withResources(resources -> TemporaryInterface.over(
                            resources,
                            limits.taking(bytes),
                            connected ? configuration.connections() : List.of(),
                            work));
        } catch (DaemonGoneException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()));
        }
    }

    /** Opens the database without the master key, does something with it and closes it again. */
    public <T> T withoutKey(Function<Database, T> work) {
        return withoutKey((vertx, database) -> work.apply(database));
    }

    /** Opens the history for a proof, which needs no secret and asks no program that it is about. */
    public <T> T withAudit(Function<JournalAudit, T> work) {
        return withoutKey((vertx, database) -> work.apply(new JournalAudit(vertx, database.pool())));
    }

    private <T> T withoutKey(BiFunction<Vertx, Database, T> work) {
        Configuration configuration = read();
        Vertx vertx = Loops.start();
        try {
            Database database = Blocking.await(StoredDatabase.opened(vertx, configuration));
            try {
                return work.apply(vertx, database);
            } finally {
                Blocking.await(database.close(vertx));
            }
        } finally {
            Blocking.await(vertx.close());
        }
    }

    /**
     * Does something with a database that nothing is opened in yet.
     *
     * @param alone whether no daemon may use it meanwhile
     */
    public <T> T withDatabase(boolean alone, Function<DatabaseAddress, T> work) {
        Configuration configuration = read();
        StoredDatabase database = configuration
                .database()
                .map(ConfigOption::named)
                .orElseGet(() -> StoredDatabase.embedded(configuration, alone));
        try {
            return work.apply(database.address());
        } finally {
            database.release().run();
        }
    }

    /** Only the password may have to be fetched. */
    private static StoredDatabase named(Configuration.Database wanted) {
        Vertx vertx = Loops.start();
        try {
            return Blocking.await(StoredDatabase.named(vertx, wanted));
        } finally {
            Blocking.await(vertx.close());
        }
    }
}
