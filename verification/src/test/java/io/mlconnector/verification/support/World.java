package io.mlconnector.verification.support;

import static io.mlconnector.postgres.support.Awaiting.await;

import io.mlconnector.domain.retry.RetryTiming;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.ports.journal.history.RecordedEntry;
import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.support.Awaiting;
import io.mlconnector.postgres.support.TestPostgres;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.lifecycle.Daemon;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.TwinRecord;
import io.mlconnector.verification.demo.DemoConfiguration;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A twin and a daemon against it, on a database of their own. The daemon can be killed and started again. */
public final class World implements AutoCloseable {

    /** Tries again soon, so that no test waits long. */
    private static final RetryTiming SOON = new RetryTiming(Duration.ofMillis(200), Duration.ofSeconds(2), 60, 4);

    private final Vertx outside = Vertx.vertx();
    private final DatabaseAddress database;
    private final Path folder;
    private final UnaryOperator<String> yaml;
    private final Twin twin;
    private Vertx inside = Vertx.vertx();
    private Optional<Daemon> running = Optional.empty();
    private final Map<String, String> stored = new TreeMap<>();

    /**
     * Starts a twin; the daemon is started by {@link #start()}.
     *
     * @param folder empty
     * @param yaml changes the configuration's text
     */
    public World(String name, Path folder, TwinOptions options, UnaryOperator<String> yaml) {
        this.database = TestPostgres.database(name);
        this.folder = folder;
        this.yaml = yaml;
        this.twin = await(Twin.start(
                outside,
                options.withDynamicsPort(0)
                        .withCleoPort(0)
                        .withPace(Duration.ofMillis(20))
                        .withCleo(options.cleo().withRequestsPerSecond(0))));
    }

    /** The simulators. */
    public Twin twin() {
        return twin;
    }

    /** Where the data is. */
    public DatabaseAddress database() {
        return database;
    }

    /** What the daemon stands on. */
    public DaemonResources resources() {
        return running.orElseThrow().resources();
    }

    /** Where the interface listens. */
    public int port() {
        return running.orElseThrow().port();
    }

    /** The daemon's event loops. */
    public Vertx vertx() {
        return inside;
    }

    /** Has a credential in the encrypted store before the daemon starts. */
    public World storing(String name, String value) {
        stored.put(name, value);
        return this;
    }

    /** The configuration's text. */
    public String yaml() {
        String text = "database: {url: \"postgresql://postgres@127.0.0.1:" + database.port() + "/" + database.name()
                + "\"}\n" + DemoConfiguration.yaml(twin, ".", 0);
        return yaml.apply(text.replace("poll: 5s", "poll: 400ms")
                .replace("poll: 3s", "poll: 400ms")
                .replace("stabilityWindow: 1s", "stabilityWindow: 100ms")
                .replace("requestsPerSecond: 5", "requestsPerSecond: 200"));
    }

    /** Starts the daemon. */
    public World start() {
        DaemonResources open = await(DaemonResources.open(
                inside, ConfigurationReader.parse(yaml(), "test.yaml", folder), InstantSource.system()));
        stored.forEach((name, value) -> await(open.credentials().set(name, value)));
        running = Optional.of(await(Daemon.start(soon(open))));
        String address = "http://127.0.0.1:" + port();
        twin.sendBusinessEventsTo(address + "/hooks/dynamics/demo/demo-events");
        twin.announceFilesTo(address + "/hooks/cleo/demo", "demo-files");
        return this;
    }

    private static DaemonResources soon(DaemonResources open) {
        return new DaemonResources(
                open.vertx(),
                open.configuration(),
                open.database(),
                open.readers(),
                open.journal(),
                open.credentials(),
                open.masterKey(),
                open.secrets(),
                open.gates(),
                open.engine().with(SOON));
    }

    /** Ends the daemon without any order: from now on nothing of what it does is saved. */
    public void kill() {
        await(resources().database().pool().close());
        await(inside.close());
        inside = Vertx.vertx();
        running = Optional.empty();
    }

    /** Stops the daemon and puts a backup into the place of its database that is older than everything. */
    public World restoreTheOldestBackup() {
        await(resources()
                .database()
                .pool()
                .query("drop schema public cascade; create schema public")
                .execute());
        kill();
        return this;
    }

    /** Every document, newest first. */
    public List<DocumentRecord> documents() {
        DocumentFilter all = DocumentFilter.ALL.page(500, Optional.empty());
        return of(resources().engine().onContext(resources().journal().list(all)));
    }

    /** Every file, newest first. */
    public List<FileRecord> files() {
        return of(resources().engine().onContext(resources().journal().files(500, Optional.empty())));
    }

    /** The history of a document. */
    public List<RecordedEntry> history(DocumentRecord document) {
        return of(resources().engine().onContext(resources().journal().history(document.id())));
    }

    private static <T> T of(io.vertx.core.Future<T> future) {
        return await(future);
    }

    /** Waits until the script was played, everything has reached the journal, and nothing moves any more. */
    public void settle(Duration most) {
        settle(most, () -> {});
    }

    /** The same, while somebody does something again and again. */
    public void settle(Duration most, Runnable meanwhile) {
        List<String> last = new ArrayList<>();
        try {
            Awaiting.until("everything settles", most, () -> {
                meanwhile.run();
                boolean complete = twin.finished() && complete(documents());
                // Read again: what came in meanwhile is not settled yet.
                List<DocumentRecord> documents = documents();
                last.clear();
                documents.stream()
                        .filter(document -> !document.condition().settled())
                        .forEach(document -> last.add(document.id() + " " + document.state() + " "
                                + history(document).getLast().entry().message()));
                return complete && last.isEmpty();
            });
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "\ntwin finished: " + twin.finished() + "\nmoving: " + String.join("\n  ", last)
                            + "\n" + standstills(),
                    e);
        }
    }

    /** Why documents stand still, for messages. */
    public String standstills() {
        return documents().stream()
                .flatMap(document -> document.reason().stream()
                        .map(why -> document.id() + " " + document.keys().orderNumber() + " "
                                + document.keys().invoiceNumber() + " " + document.condition() + ": "
                                + why.message()))
                .collect(Collectors.joining("\n"));
    }

    private boolean complete(List<DocumentRecord> documents) {
        TwinRecord record = twin.record();
        Set<String> confirmations = documents.stream()
                .map(document ->
                        document.keys().legalEntity() + "/" + document.keys().confirmationNumber())
                .collect(Collectors.toSet());
        Set<String> files = files().stream().map(FileRecord::name).collect(Collectors.toSet());
        return record.confirmations().stream()
                        .allMatch(confirmed ->
                                confirmations.contains(confirmed.legalEntity() + "/" + confirmed.confirmationNumber()))
                && record.published().stream().allMatch(published -> files.contains(published.fileName()));
    }

    @Override
    public void close() {
        running.ifPresent(daemon -> await(daemon.stop()));
        await(inside.close());
        await(twin.stop());
        await(outside.close());
    }
}
