package io.mlconnector.postgres.embedded;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.address.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An embedded PostgreSQL below the data directory, whose data outlives restarts. Writes are durable, settings small; it
 * listens on this machine only, and to one role with a password (docs/decisions/0005 and 0017).
 */
public final class EmbeddedDatabase {

    /** A command that works alone ends soon; somebody at a prompt does not wait longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerProcess server;
    private final String password;
    private final @Nullable FolderLock daemon;
    private final @Nullable FolderLock owner;
    private volatile int port;
    private volatile boolean stopped;

    private EmbeddedDatabase(
            ServerProcess server, String password, int port, @Nullable FolderLock daemon, @Nullable FolderLock owner) {
        this.server = server;
        this.password = password;
        this.port = port;
        this.daemon = daemon;
        this.owner = owner;
    }

    /**
     * Starts it for a daemon, which then owns the data directory. A server that a killed daemon left running is stopped
     * first; a command that works alone is waited for. Blocks.
     *
     * @throws DatabaseException with a message for an operator
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        Path folder = folder(dataDirectory);
        try {
            closed(folder);
            FolderLock daemon = awaited(folder.resolve("daemon.lock"), Duration.ofSeconds(1))
                    .orElseThrow(() -> new DatabaseException("Another daemon is already using " + folder
                            + ". Stop it, or give this one its own dataDirectory."));
            try {
                FolderLock owner = awaited(folder.resolve("server.lock"), PATIENCE)
                        .orElseThrow(() -> new DatabaseException("A command is using " + folder
                                + " and has not ended within " + PATIENCE.toSeconds()
                                + " seconds. Wait until it has ended, then start again."));
                return started(folder, daemon, owner);
            } catch (RuntimeException | IOException e) {
                daemon.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /**
     * Connects a command to the database of a running daemon; starts the database if no daemon runs. Blocks.
     *
     * @throws DatabaseException with a message for an operator
     */
    public static EmbeddedDatabase visit(Path dataDirectory) {
        Path folder = folder(dataDirectory);
        try {
            closed(folder);
            Visit visit = new Visit(folder);
            FolderLock.within(PATIENCE, visit::settled);
            return visit.result();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** Looks whether a daemon's server can be joined, or the server be started. */
    private static final class Visit {

        private final Path folder;
        private @Nullable EmbeddedDatabase joined;
        private @Nullable FolderLock owner;
        private @Nullable IOException failure;

        Visit(Path folder) {
            this.folder = folder;
        }

        boolean settled() {
            try {
                Optional<FolderLock> free = FolderLock.take(folder.resolve("server.lock"));
                if (free.isPresent()) {
                    owner = free.get();
                    return true;
                }
                // Whoever holds the lock has a server, or is about to have one. A command stops its own when it ends,
                // so
                // only that of a daemon is joined.
                if (daemonRuns()) {
                    ServerProcess server =
                            new ServerProcess(folder, folder.resolve("data"), PostgresProgram.below(folder));
                    Optional<Postmaster> living = server.living().filter(Postmaster::ready);
                    if (living.isPresent()) {
                        joined = joined(folder, server, living.get().port());
                        return true;
                    }
                }
                return false;
            } catch (IOException e) {
                failure = e;
                return true;
            }
        }

        private boolean daemonRuns() throws IOException {
            Optional<FolderLock> free = FolderLock.take(folder.resolve("daemon.lock"));
            free.ifPresent(FolderLock::close);
            return free.isEmpty();
        }

        EmbeddedDatabase result() throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (joined != null) {
                return joined;
            }
            if (owner != null) {
                return started(folder, null, owner);
            }
            throw new DatabaseException("The embedded PostgreSQL below " + folder + " was not ready within "
                    + PATIENCE.toSeconds()
                    + " seconds: another command is using it, or the daemon is starting it again. Try again; the log of"
                    + " the daemon says more.");
        }
    }

    private static EmbeddedDatabase joined(Path folder, ServerProcess server, int port) throws IOException {
        EmbeddedDatabase database = new EmbeddedDatabase(server, EmbeddedPassword.of(folder), port, null, null);
        try {
            ServerProof.demand(database.address());
            return database;
        } catch (SQLException e) {
            throw new DatabaseException(
                    "What listens on port " + port + " did not prove to be the embedded PostgreSQL below " + folder
                            + ", and was not told the password: " + e.getMessage()
                            + ". See which program listens there; restarting the daemon chooses another port.",
                    e);
        }
    }

    private static EmbeddedDatabase started(Path folder, @Nullable FolderLock daemon, FolderLock owner)
            throws IOException {
        try {
            PostgresProgram program = PostgresProgram.below(folder);
            DataFolder data = new DataFolder(folder, program);
            ServerProcess server = new ServerProcess(folder, data.data(), program);
            server.clearAway();
            data.prepare();
            int port = server.start();
            return new EmbeddedDatabase(server, EmbeddedPassword.of(folder), port, daemon, owner);
        } catch (RuntimeException | IOException e) {
            owner.close();
            throw e;
        }
    }

    private static Path folder(Path dataDirectory) {
        return dataDirectory.toAbsolutePath().normalize().resolve("postgres");
    }

    /** Makes a folder accessible to its owner only. */
    static void closed(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Optional<FolderLock> awaited(Path file, Duration patience) throws IOException {
        FolderLock[] taken = new FolderLock[1];
        IOException[] failure = new IOException[1];
        FolderLock.within(patience, () -> {
            try {
                taken[0] = FolderLock.take(file).orElse(null);
            } catch (IOException e) {
                failure[0] = e;
            }
            return taken[0] != null || failure[0] != null;
        });
        if (failure[0] != null) {
            throw failure[0];
        }
        return Optional.ofNullable(taken[0]);
    }

    private static DatabaseException failed(Path folder, IOException e) {
        return new DatabaseException("The embedded PostgreSQL below " + folder + " cannot be used: " + e, e);
    }

    /** Where it is. After a restart the port may be another. */
    public DatabaseAddress address() {
        return new DatabaseAddress("127.0.0.1", port, DataFolder.ROLE, DataFolder.ROLE, password);
    }

    /** Whether the server process lives and takes connections, so that its port is its own. Blocks shortly. */
    public boolean lives() {
        try {
            return server.living()
                    .filter(Postmaster::ready)
                    .filter(living -> living.port() == port)
                    .isPresent();
        } catch (IOException e) {
            // Its file vanishes while it stops.
            return false;
        }
    }

    /** Whether it was started here, and so is started again if it ends. */
    public boolean isOurs() {
        return owner != null;
    }

    /**
     * Starts it again after its process has ended. Does nothing if it was stopped on purpose. Blocks.
     *
     * @throws DatabaseException with PostgreSQL's own words
     */
    synchronized void restart() {
        if (stopped || owner == null) {
            return;
        }
        try {
            server.clearAway();
            port = server.start();
        } catch (IOException e) {
            throw new DatabaseException("The embedded PostgreSQL cannot be started again: " + e, e);
        }
    }

    /** Lets go of the locks and leaves the server running, as a daemon does that is killed. For tests. */
    synchronized void abandon() {
        stopped = true;
        if (owner != null) {
            owner.close();
        }
        if (daemon != null) {
            daemon.close();
        }
    }

    /** Stops it, if it was started here. Blocks. */
    public synchronized void stop() {
        stopped = true;
        if (owner == null) {
            return;
        }
        try {
            server.stop();
        } catch (IOException e) {
            throw new DatabaseException("The embedded PostgreSQL cannot be stopped: " + e, e);
        } finally {
            owner.close();
            if (daemon != null) {
                daemon.close();
            }
        }
    }
}
