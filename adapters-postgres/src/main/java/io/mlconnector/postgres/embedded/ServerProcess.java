package io.mlconnector.postgres.embedded;

import io.mlconnector.postgres.address.DatabaseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts and stops the server on a data folder, and remembers its port. */
final class ServerProcess {

    private static final Logger LOG = Logger.getLogger(ServerProcess.class.getName());

    /** A server that was killed first replays its log. */
    private static final Duration START = Duration.ofSeconds(60);

    private static final Duration STOP = Duration.ofSeconds(20);

    private static final int TRIES = 3;

    /** Durable and small; it listens on this machine only and makes no socket file that others could open. */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
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
            Map.entry("timezone", "UTC"),
            // What goes wrong in a statement the caller is told; statements and their values stay out of the file.
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_checkpoints", "off")));

    private final Path folder;
    private final Path data;
    private final PostgresProgram program;

    ServerProcess(Path folder, Path data, PostgresProgram program) {
        this.folder = folder;
        this.data = data;
        this.program = program;
    }

    /** The living server, whoever started it. Blocks shortly. */
    Optional<Postmaster> living() throws IOException {
        return Postmaster.of(data);
    }

    /** Stops what an earlier run has left behind. Blocks. */
    void clearAway() throws IOException {
        Optional<Postmaster> left = living();
        if (left.isPresent()) {
            LOG.log(
                    Level.INFO,
                    "A PostgreSQL of an earlier run (process {0}) still works on {1}; stopping it",
                    new Object[] {Long.toString(left.get().process().pid()), data});
            stop();
        } else {
            Postmaster.forget(data);
        }
    }

    /** Starts it; its port. Nothing may work on the data. Blocks. */
    int start() throws IOException {
        Path log = EmbeddedPassword.write(folder.resolve("server.log"), "");
        String said = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            int port = port(attempt > 1);
            PostgresProgram.Ended ended = program.run(
                    "pg_ctl",
                    List.of(
                            "start",
                            "-D",
                            data.toString(),
                            "-l",
                            log.toString(),
                            "-w",
                            "-t",
                            Long.toString(START.toSeconds()),
                            "-o",
                            options(port)),
                    "",
                    START.plusSeconds(10));
            Optional<Postmaster> server = living();
            if (ended.good() && server.isPresent() && server.get().ready()) {
                return port;
            }
            if (server.isPresent()) {
                // It starts too slowly, or not at all; nothing of it stays behind.
                stop();
            }
            said = PostgresProgram.end(log);
            said = said.isEmpty() ? ended.output() : said;
            if (!ServerLog.portTaken(said)) {
                break;
            }
        }
        throw new DatabaseException(
                "The embedded PostgreSQL below " + folder + " did not start. It says: " + ServerLog.reason(said));
    }

    private static String options(int port) {
        StringBuilder options = new StringBuilder("-p " + port);
        // pg_ctl gives them to a shell.
        SETTINGS.forEach((name, value) ->
                options.append(" -c ").append(name).append("='").append(value).append('\''));
        return options.toString();
    }

    /** Stops it, in an orderly way if that does not take too long. Does nothing if it does not live. Blocks. */
    void stop() throws IOException {
        for (String mode : List.of("fast", "immediate")) {
            Optional<Postmaster> server = living();
            if (server.isEmpty()) {
                return;
            }
            program.run(
                    "pg_ctl",
                    List.of("stop", "-D", data.toString(), "-m", mode, "-w", "-t", Long.toString(STOP.toSeconds())),
                    "",
                    STOP.plusSeconds(10));
        }
        Optional<Postmaster> server = living();
        if (server.isPresent()) {
            throw new DatabaseException("The embedded PostgreSQL below " + folder + " (process "
                    + server.get().process().pid() + ") does not stop. End that process, then start again.");
        }
    }

    /**
     * The port stays the same, because whoever forwards to it would look for it there, unless it is taken. Ours is not
     * running, so whoever listens there is a stranger, who is told nothing.
     */
    private int port(boolean another) throws IOException {
        Path file = folder.resolve("port");
        Optional<Integer> before = remembered(file);
        if (before.isPresent() && !another && free(before.get())) {
            return before.get();
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            before.ifPresent(old -> LOG.log(
                    Level.WARNING,
                    "Port {0} of the embedded PostgreSQL is taken by another program; it moves to port {1}",
                    new Object[] {Integer.toString(old), Integer.toString(port)}));
            Path fresh = folder.resolve("port.new");
            Files.writeString(fresh, Integer.toString(port));
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            return port;
        }
    }

    private static Optional<Integer> remembered(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            // Somebody listens there.
            return false;
        }
    }
}
