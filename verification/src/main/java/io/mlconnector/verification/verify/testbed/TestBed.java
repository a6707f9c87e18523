package io.mlconnector.verification.verify.testbed;

import io.mlconnector.postgres.address.DatabaseAddress;
import io.mlconnector.postgres.backup.Backup;
import io.mlconnector.postgres.backup.Restore;
import io.mlconnector.twin.Twin;
import io.mlconnector.twin.TwinOptions;
import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour.HeaderReferenceMode;
import io.mlconnector.twin.relay.Relay;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that takes part in a verification, on this machine alone: a database, simulators of both remote systems, one
 * daemon and at times a second one, and the relays between them.
 */
public final class TestBed implements AutoCloseable {

    /** The tenant allows more than each connection may ask for, because it serves several. */
    private static final int TENANT_PER_SECOND = 50;

    private final Vertx vertx;
    private final KillableDatabase database;
    private final Twin twin;
    private final DaemonRelays relays;
    private final DaemonRelays otherRelays;
    private final DaemonProcess daemon;
    private final DaemonProcess other;
    private final Relay hooks;
    private final HealthWatch health;
    private final Path backup;
    private DaemonJournal journal;

    private TestBed(Vertx vertx, Path folder, long seed, InstantSource clock) throws IOException {
        this.vertx = vertx;
        this.backup = folder.resolve("backup");
        this.database = new KillableDatabase(folder.resolve("database"));
        this.twin = Waiting.await(Twin.start(vertx, options(seed)));
        DatabaseAddress address = database.address();
        this.journal = new DaemonJournal(vertx, address);
        this.relays = DaemonRelays.open(vertx, twin, address.port());
        this.otherRelays = DaemonRelays.open(vertx, twin, address.port());
        int port = freePort();
        this.daemon = daemon(folder, "first", port, relays, clock);
        this.other = daemon(folder, "second", freePort(), otherRelays, clock);
        this.hooks = DaemonRelays.relay(vertx, port);
        this.health = new HealthWatch(port);
        String hooksAddress = "http://127.0.0.1:" + hooks.port();
        twin.sendBusinessEventsTo(hooksAddress + "/hooks/dynamics/" + VerifyConfiguration.CONNECTIONS.getFirst() + "/"
                + VerifyConfiguration.EVENT_KEY);
        twin.announceFilesTo(
                hooksAddress + "/hooks/cleo/" + VerifyConfiguration.CONNECTIONS.getFirst(),
                VerifyConfiguration.FILE_KEY);
    }

    /**
     * Starts everything except the daemons.
     *
     * @param folder empty
     * @param seed for the remote systems
     */
    public static TestBed open(Vertx vertx, Path folder, long seed, InstantSource clock) {
        try {
            return new TestBed(vertx, folder, seed, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TwinOptions options(long seed) {
        TwinOptions stress = TwinOptions.stress(seed);
        return stress.withDynamics(stress.dynamics().withHeaderReferenceMode(HeaderReferenceMode.MANUAL_ALLOWED))
                .withCleo(stress.cleo().withRequestsPerSecond(TENANT_PER_SECOND));
    }

    private DaemonProcess daemon(Path folder, String name, int port, DaemonRelays daemonRelays, InstantSource clock)
            throws IOException {
        Path file = folder.resolve(name + ".yaml");
        Files.writeString(file, VerifyConfiguration.yaml(twin, "./" + name, port, database.address(), daemonRelays));
        return new DaemonProcess(name, file, clock);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public KillableDatabase database() {
        return database;
    }

    public Twin twin() {
        return twin;
    }

    /** The relays of the daemon that always runs. */
    public DaemonRelays relays() {
        return relays;
    }

    /** The relays of the second daemon. */
    public DaemonRelays otherRelays() {
        return otherRelays;
    }

    /** The daemon that always runs. */
    public DaemonProcess daemon() {
        return daemon;
    }

    /** Runs when two are wanted. */
    public DaemonProcess other() {
        return other;
    }

    /** The relay through which notices reach the first daemon. */
    public Relay hooks() {
        return hooks;
    }

    /** The health check of the daemon that always runs. */
    public HealthWatch health() {
        return health;
    }

    /** The journal, read without the daemons and without a relay. */
    public DaemonJournal journal() {
        return journal;
    }

    /** Writes a backup of the database, in place of the last one. */
    public void backUp(Instant at) {
        try {
            Files.deleteIfExists(backup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Backup.write(database.address(), backup, at);
    }

    /** Puts the last backup back. No daemon may run. */
    public void putBack() {
        journal.close();
        Restore.read(database.address(), backup, true);
        journal = new DaemonJournal(vertx, database.address());
    }

    /** Who calls the remote systems: every connection of every daemon counts separately, because each has its own gate. */
    public List<Caller> callers() {
        List<Caller> callers = new ArrayList<>();
        relays.byConnection()
                .forEach(
                        (connection, connectionRelays) -> callers.add(Caller.of(daemon, connection, connectionRelays)));
        otherRelays
                .byConnection()
                .forEach((connection, connectionRelays) -> callers.add(Caller.of(other, connection, connectionRelays)));
        return callers;
    }

    /** Kills all processes at once, whatever they are doing. */
    public void abandon() {
        daemon.abandon();
        other.abandon();
        database.stop();
    }

    @Override
    public void close() {
        other.thaw();
        other.stop();
        daemon.thaw();
        daemon.stop();
        journal.close();
        Waiting.await(twin.stop());
        database.stop();
    }

    /** Runs the simulators and the relays. */
    Vertx vertx() {
        return vertx;
    }
}
