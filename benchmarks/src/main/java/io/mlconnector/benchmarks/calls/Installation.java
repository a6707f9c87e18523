package io.mlconnector.benchmarks.calls;

import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.lifecycle.Daemon;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A daemon on a database of its own, and simulators on event loops of their own that answer at once. */
final class Installation {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Vertx outside = Vertx.vertx();
    private final Path folder;
    private final Twin twin;
    private Optional<Vertx> inside = Optional.empty();
    private Optional<Daemon> running = Optional.empty();

    Installation(Path folder) throws Exception {
        this.folder = folder;
        TwinOptions demo = TwinOptions.demo(1).withDynamicsPort(0).withCleoPort(0);
        this.twin = await(Twin.start(
                outside,
                demo.withCleo(demo.cleo().withRequestsPerSecond(0))
                        .withDynamics(demo.dynamics().withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED))));
    }

    Twin twin() {
        return twin;
    }

    int port() {
        return running.orElseThrow().port();
    }

    /** Starts a daemon that remembers nothing, in place of the one that runs. */
    void start(Vertx loops, String orderPoll, String folderPoll) throws Exception {
        stop();
        inside = Optional.of(loops);
        String yaml = DemoConfiguration.yaml(twin, ".", 0)
                .replace("orders: {poll: 5s", "orders: {poll: " + orderPoll)
                .replace("poll: 3s", "poll: " + folderPoll)
                .replace("stabilityWindow: 1s", "stabilityWindow: 100ms")
                .replace("requestsPerSecond: 5", "requestsPerSecond: 1000")
                .replace("headerReference: assigned", "headerReference: ours");
        DaemonResources resources = await(DaemonResources.open(
                loops, ConfigurationReader.parse(yaml, "calls.yaml", folder), InstantSource.system()));
        running = Optional.of(await(Daemon.start(resources)));
        String address = "http://127.0.0.1:" + port();
        twin.sendBusinessEventsTo(address + "/hooks/dynamics/demo/demo-events");
        twin.announceFilesTo(address + "/hooks/cleo/demo", "demo-files");
        // The first poll finds out what its own entity set has.
        TimeUnit.SECONDS.sleep(2);
    }

    List<DocumentRecord> documents() {
        DaemonResources resources = running.orElseThrow().resources();
        try {
            return await(resources
                    .engine()
                    .onContext(resources.journal().list(DocumentFilter.ALL.page(500, Optional.empty()))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something is so. */
    static void until(String what, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + LONGEST + ": " + what);
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    private void stop() throws Exception {
        if (running.isPresent()) {
            await(running.get().stop());
            running = Optional.empty();
        }
        if (inside.isPresent()) {
            await(inside.get().close());
            inside = Optional.empty();
        }
    }

    /** Stops everything and deletes its data. */
    void close() throws Exception {
        stop();
        await(twin.stop());
        await(outside.close());
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (Path one : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
