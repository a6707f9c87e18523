package io.mlconnector.postgres.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An embedded PostgreSQL below the data directory, whose data outlives restarts. Writes are durable, settings small, and
 * it listens on this machine only (docs/decisions/0005).
 */
public final class EmbeddedDatabase {

    private static final String MAJOR = "18";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("shared_buffers", "16MB"),
            Map.entry("max_connections", "24"),
            Map.entry("io_method", "sync"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("max_parallel_workers", "0"),
            Map.entry("max_worker_processes", "1"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"));

    private final int port;
    private final String password;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable FileChannel lock;

    private EmbeddedDatabase(int port, String password, @Nullable EmbeddedPostgres server, @Nullable FileChannel lock) {
        this.port = port;
        this.password = password;
        this.server = server;
        this.lock = lock;
    }

    /**
     * Starts it for a daemon, which then owns the data directory, or adopts one that a killed daemon left
     * running. Blocks.
     *
     * @throws DatabaseException with a message for an operator
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        Path folder = dataDirectory.toAbsolutePath().normalize().resolve("postgres");
        try {
            closed(folder);
            FileChannel lock = lock(folder.resolve("daemon.lock"));
            try {
                return started(folder, lock);
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /**
     * Connects a command to the database of a running daemon; starts the database if there is none. Blocks.
     *
     * @throws DatabaseException with a message for an operator
     */
    public static EmbeddedDatabase visit(Path dataDirectory) {
        Path folder = dataDirectory.toAbsolutePath().normalize().resolve("postgres");
        try {
            Path file = folder.resolve("port");
            if (Files.exists(file)) {
                int port = Integer.parseInt(Files.readString(file).strip());
                if (listens(port)) {
                    return new EmbeddedDatabase(port, EmbeddedPassword.of(folder), null, null);
                }
            }
            closed(folder);
            return started(folder, null);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** Accessible to its owner only, because the library would unpack the server into a folder that anybody can write to. */
    private static void closed(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            return true;
        } catch (IOException e) {
            // Nothing is listening, so the database has to be started.
            return false;
        }
    }

    /** Held for the lifetime of the daemon; the operating system releases it however the process ends. */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new DatabaseException("Another daemon is already using " + file.getParent()
                    + ". Stop it, or give this one its own dataDirectory.");
        }
        return channel;
    }

    private static EmbeddedDatabase started(Path folder, @Nullable FileChannel lock) {
        try {
            checkMajor(folder.resolve("major"));
            int port = port(folder.resolve("port"));
            String password = EmbeddedPassword.of(folder);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setOverrideWorkingDirectory(folder.resolve("program").toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .setRegisterShutdownHook(false)
                    .setConnectConfig("password", password)
                    .setPort(port);
            SETTINGS.forEach(builder::setServerConfig);
            EmbeddedPostgres server = builder.start();
            EmbeddedPassword.demand(server, folder, password);
            return new EmbeddedDatabase(port, password, server, lock);
        } catch (IOException | SQLException | IllegalStateException | UncheckedIOException e) {
            throw failed(folder, e);
        }
    }

    private static DatabaseException failed(Path folder, Exception e) {
        return new DatabaseException(
                "The embedded PostgreSQL below " + folder + " did not start: " + e.getMessage() + ". " + advice(), e);
    }

    private static String advice() {
        return "root".equals(System.getProperty("user.name"))
                ? "PostgreSQL refuses to run as root, and this system does not let root step down by itself (unshare):"
                        + " run as an ordinary user, or configure your own PostgreSQL under database.url."
                : "If another daemon uses this data directory, stop it; or configure your own PostgreSQL under"
                        + " database.url.";
    }

    private static void checkMajor(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, MAJOR);
            return;
        }
        String found = Files.readString(file).strip();
        if (!found.equals(MAJOR)) {
            throw new DatabaseException("The data below " + file.getParent() + " was written by PostgreSQL " + found
                    + ", this program contains " + MAJOR + ". Start the version that wrote it.");
        }
    }

    /** The port stays the same, so that a server that has outlived its daemon is found again. */
    private static int port(Path file) throws IOException {
        Optional<Integer> before = Files.exists(file)
                ? Optional.of(Integer.parseInt(Files.readString(file).strip()))
                : Optional.empty();
        if (before.isPresent()) {
            return before.get();
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(socket.getLocalPort()));
            return socket.getLocalPort();
        }
    }

    /** Where it is. */
    public DatabaseAddress address() {
        return new DatabaseAddress("127.0.0.1", port, "postgres", "postgres", password);
    }

    /** Stops it, if it was started here. Blocks. */
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
