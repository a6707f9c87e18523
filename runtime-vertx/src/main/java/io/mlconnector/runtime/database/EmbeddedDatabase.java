package io.mlconnector.runtime.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL of our own below the data directory, whose data outlives restarts. Writes are durable, settings small, and
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

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts it, or attaches to one that a killed process left running. Blocks.
     *
     * @throws DatabaseException in words for a person
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        Path folder = dataDirectory.toAbsolutePath().normalize().resolve("postgres");
        try {
            Files.createDirectories(folder);
            checkMajor(folder.resolve("major"));
            int port = port(folder.resolve("port"));
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setOverrideWorkingDirectory(folder.resolve("program").toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .setRegisterShutdownHook(false)
                    .setPort(port);
            SETTINGS.forEach(builder::setServerConfig);
            return new EmbeddedDatabase(builder.start());
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            throw new DatabaseException(
                    "The embedded PostgreSQL below " + folder + " did not start: " + e.getMessage() + ". " + advice(),
                    e);
        }
    }

    private static String advice() {
        return "root".equals(System.getProperty("user.name"))
                ? "PostgreSQL refuses to run as root, and this system does not let root step down by itself (unshare):"
                        + " run as an ordinary user, or name a PostgreSQL of your own under database.url."
                : "If another daemon uses this data directory, stop it; or name a PostgreSQL of your own under"
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
                    + ", this program brings " + MAJOR + ". Start the version that wrote it.");
        }
    }

    /** The port stays the same, so that a server that outlived its daemon is found again. */
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
        return new DatabaseAddress("127.0.0.1", server.getPort(), "postgres", "postgres", "");
    }

    /** Stops it. Blocks. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
