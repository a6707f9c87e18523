package io.mlconnector.verification.verify.testbed;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A PostgreSQL server for the verification alone, which can be killed. */
public final class KillableDatabase {

    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test.db.postgres");

    private final Path folder;
    private EmbeddedDatabase server;
    private boolean stopped;

    KillableDatabase(Path folder) {
        this.folder = folder;
        this.server = EmbeddedDatabase.start(folder);
    }

    synchronized DatabaseAddress address() {
        return server.address();
    }

    /** Sends SIGKILL to all of its processes, then starts it again on the same port; it recovers from its log. */
    public synchronized void killAndStart() {
        if (stopped) {
            return;
        }
        List<ProcessHandle> processes = new ArrayList<>();
        postmaster().ifPresent(master -> {
            processes.add(master);
            master.descendants().forEach(processes::add);
        });
        if (processes.isEmpty()) {
            throw new IllegalStateException("The processes of the database below " + folder + " were not found");
        }
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> {
            while (process.isAlive()) {
                Thread.onSpinWait();
            }
        });
        // The library logs a warning because there is nothing left to stop.
        Level before = LIBRARY.getLevel();
        LIBRARY.setLevel(Level.OFF);
        try {
            server.stop();
        } finally {
            LIBRARY.setLevel(before);
        }
        server = EmbeddedDatabase.start(folder);
    }

    private Optional<ProcessHandle> postmaster() {
        Path file = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it for good, after waiting for a start that is in progress. */
    synchronized void stop() {
        stopped = true;
        server.stop();
    }
}
