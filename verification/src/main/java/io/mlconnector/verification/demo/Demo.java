package io.mlconnector.verification.demo;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.file.FileRecord;
import io.mlconnector.runtime.config.Configuration;
import io.mlconnector.runtime.config.ConfigurationReader;
import io.mlconnector.runtime.lifecycle.Daemon;
import io.mlconnector.runtime.lifecycle.DaemonResources;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.TwinRecord;
import io.mlconnector.twin.http.RequestLog;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The whole program with simulators of both remote systems, in one process, from an empty database. */
public final class Demo {

    /** How often the demo checks whether everything has settled. */
    private static final Duration GLANCE = Duration.ofMillis(500);

    /** After so many checks without a change, everything counts as settled. */
    private static final int QUIET_GLANCES = 6;

    private final Vertx vertx;
    private final Twin twin;
    private final Daemon daemon;
    private final Path configuration;
    private final Consumer<String> out;
    private final Map<DocumentId, String> shown = new HashMap<>();

    private Demo(Vertx vertx, Twin twin, Daemon daemon, Path configuration, Consumer<String> out) {
        this.vertx = vertx;
        this.twin = twin;
        this.daemon = daemon;
        this.configuration = configuration;
        this.out = out;
    }

    /**
     * Starts everything.
     *
     * @param folder for the demo alone; its data is made anew
     * @param seed the same seed gives the same orders and invoices
     * @param out takes a line for each thing that happens
     */
    public static Future<Demo> start(Vertx vertx, Path folder, long seed, Consumer<String> out) {
        return start(vertx, vertx, TwinOptions.demo(seed), folder, out);
    }

    /**
     * Starts everything, with the simulators on event loops of their own.
     *
     * @param twinLoops for the simulators
     * @param options of the simulators; if their ports are taken, others are used
     */
    public static Future<Demo> start(
            Vertx vertx, Vertx twinLoops, TwinOptions options, Path folder, Consumer<String> out) {
        return vertx.executeBlocking(() -> DemoFolder.empty(folder))
                .compose(ignored -> Twin.start(twinLoops, options)
                        .recover(busy -> Twin.start(
                                twinLoops, options.withDynamicsPort(0).withCleoPort(0))))
                .compose(twin -> vertx.executeBlocking(() -> write(twin, folder, 8080))
                        .compose(file -> daemon(vertx, file)
                                .recover(busy -> isBind(busy)
                                        ? vertx.executeBlocking(() -> write(twin, folder, 0))
                                                .compose(again -> daemon(vertx, again))
                                        : Future.failedFuture(busy))
                                .map(daemon -> new Demo(vertx, twin, daemon, file, out)))
                        .recover(failure -> twin.stop().transform(ignored -> Future.failedFuture(failure))));
    }

    /** The daemon says it in words of its own, with what the machine said as the cause. */
    private static boolean isBind(Throwable failure) {
        return failure instanceof BindException || failure.getCause() instanceof BindException;
    }

    private static Future<Daemon> daemon(Vertx vertx, Path file) {
        Configuration configuration = ConfigurationReader.read(file);
        return DaemonResources.open(vertx, configuration, InstantSource.system())
                .compose(resources -> Daemon.start(resources)
                        .recover(failure -> resources.close().transform(ignored -> Future.failedFuture(failure))));
    }

    private static Path write(Twin twin, Path folder, int port) throws IOException {
        Path file = folder.resolve("ml-connector.yaml");
        Files.writeString(file, DemoConfiguration.acknowledging(twin, ".", port));
        return file;
    }

    /** Lets orders be confirmed and partners answer. */
    public void play() {
        String address = address();
        twin.sendBusinessEventsTo(address + "/hooks/dynamics/demo/" + DemoConfiguration.EVENT_KEY);
        twin.announceFilesTo(address + "/hooks/cleo/demo", DemoConfiguration.FILE_KEY);
        vertx.eventBus().<String>localConsumer(Signals.CHANGED, message -> show(new DocumentId(message.body())));
        twin.play();
    }

    /**
     * Goes on after the scripted part, with new orders, answers that are late, invoices that stand still, and what goes wrong between the
     * systems, until it is stopped.
     */
    public void goOn() {
        new DemoTraffic(vertx, twin).begin();
        new DemoTroubles(vertx, twin).begin();
        new DemoOperator(vertx, address(), twin.scenario()).begin();
    }

    /** Where the interface answers. */
    public String address() {
        return "http://127.0.0.1:" + daemon.port();
    }

    /** A link that signs in at the console and opens Today. */
    public String link() {
        return address() + daemon.consoleLink("demo");
    }

    /** The configuration that was written. */
    public Path configuration() {
        return configuration;
    }

    private void show(DocumentId id) {
        onContext(daemon.resources().journal().find(id))
                .onSuccess(found -> found.ifPresent(document -> {
                    String line = DemoLine.of(document);
                    if (!line.equals(shown.put(id, line))) {
                        out.accept(line);
                    }
                }));
    }

    /**
     * Completes when the scenario is played, everything has been taken and every document has settled.
     *
     * @param most fails after that
     */
    public Future<DemoSummary> settled(Duration most) {
        Promise<DemoSummary> promise = Promise.promise();
        glance(promise, 0);
        return promise.future().timeout(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void glance(Promise<DemoSummary> promise, int quiet) {
        vertx.setTimer(
                GLANCE.toMillis(),
                ignored -> everything().onFailure(promise::tryFail).onSuccess(all -> {
                    boolean settled = twin.finished()
                            && all.documents().stream()
                                    .allMatch(document -> document.condition().settled())
                            && complete(all);
                    int now = settled ? quiet + 1 : 0;
                    if (now >= QUIET_GLANCES) {
                        promise.tryComplete(DemoSummary.of(all.documents(), all.files(), twin.record()));
                    } else if (!promise.future().isComplete()) {
                        glance(promise, now);
                    }
                }));
    }

    /** Whether everything that the twin did has reached the journal. */
    private boolean complete(Everything all) {
        TwinRecord record = twin.record();
        Set<String> confirmations = all.documents().stream()
                .map(document ->
                        document.keys().legalEntity() + "/" + document.keys().confirmationNumber())
                .collect(Collectors.toSet());
        Set<String> files = all.files().stream().map(FileRecord::name).collect(Collectors.toSet());
        return record.confirmations().stream()
                        .allMatch(confirmed ->
                                confirmations.contains(confirmed.legalEntity() + "/" + confirmed.confirmationNumber()))
                && record.published().stream().allMatch(published -> files.contains(published.fileName()));
    }

    /** Everything in the journal. */
    private record Everything(List<DocumentRecord> documents, List<FileRecord> files) {}

    private Future<Everything> everything() {
        return pages(Optional.empty(), new ArrayList<>())
                .compose(documents -> onContext(daemon.resources().journal().files(500, Optional.empty()))
                        .map(files -> new Everything(documents, files)));
    }

    private Future<List<DocumentRecord>> pages(Optional<DocumentId> after, List<DocumentRecord> all) {
        DocumentFilter filter = DocumentFilter.ALL.page(500, after);
        return onContext(daemon.resources().journal().list(filter)).compose(page -> {
            all.addAll(page);
            return page.size() < 500
                    ? Future.succeededFuture(all)
                    : pages(Optional.of(page.get(page.size() - 1).id()), all);
        });
    }

    private <T> Future<T> onContext(java.util.concurrent.CompletionStage<T> stage) {
        return daemon.resources().engine().onContext(stage);
    }

    /** The simulators' own record. */
    public TwinRecord record() {
        return twin.record();
    }

    /** Every request that the simulators received, to see how their limits were kept. */
    public RequestLog requests() {
        return twin.requests();
    }

    /** Documents by condition. */
    public Future<Map<Condition, Long>> conditions() {
        return everything()
                .map(all -> all.documents().stream()
                        .collect(Collectors.groupingBy(DocumentRecord::condition, Collectors.counting())));
    }

    /** Stops the daemon, then the twin. */
    public Future<Void> stop() {
        return daemon.stop().eventually(twin::stop);
    }
}
