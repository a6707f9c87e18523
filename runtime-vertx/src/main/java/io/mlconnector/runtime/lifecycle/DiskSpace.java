package io.mlconnector.runtime.lifecycle;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.engine.loop.Health;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Tells the health check and the log when the disk of the data directory is nearly full: before the embedded database cannot write any
 * more, which shows only with the next document.
 */
final class DiskSpace {

    /** Below this it is told: a backup of a small database and some segments of its log still fit. */
    static final long LEAST = 100L * 1024 * 1024;

    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final String WHAT = "disk";
    private static final int MEGABYTE = 1024 * 1024;

    private final Path folder;
    private final Health health;
    private final InstantSource clock;

    DiskSpace(Path folder, Health health, InstantSource clock) {
        this.folder = folder;
        this.health = health;
        this.clock = clock;
    }

    /** Looks now, and then every ten seconds as long as the program runs. */
    void watch(Vertx vertx) {
        look(vertx);
        vertx.setPeriodic(LOOK.toMillis(), timer -> look(vertx));
    }

    private void look(Vertx vertx) {
        vertx.executeBlocking(this::usable).onSuccess(this::told).onFailure(failure -> {
            health.failing(
                    WHAT,
                    Problem.of(
                            ProblemCode.DISK_FULL,
                            "",
                            "The disk of the data directory " + folder + " cannot be asked for its room: "
                                    + failure.getMessage() + ". Check that it is mounted."),
                    clock.instant());
        });
    }

    /** A folder that does not exist holds nothing that could grow. */
    private long usable() throws IOException {
        return Files.notExists(folder) ? LEAST : Files.getFileStore(folder).getUsableSpace();
    }

    /**
     * So much is left.
     *
     * @param bytes that this process may still write
     */
    void told(long bytes) {
        if (bytes >= LEAST) {
            health.working(WHAT, clock.instant());
            return;
        }
        health.failing(
                WHAT,
                Problem.of(
                        ProblemCode.DISK_FULL,
                        "",
                        "The disk of the data directory " + folder + " has " + bytes / MEGABYTE + " MB left, less than "
                                + LEAST / MEGABYTE
                                + " MB. Documents stop when it is full, and go on when there is room again: make room, or move the data"
                                + " directory to a larger disk."),
                clock.instant());
    }
}
