package io.mlconnector.twin.relay;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Forwards the bytes of TCP connections, whatever their protocol, and injects the planned faults. It listens on
 * the loopback address. All methods may be called from any thread; those that return a future have taken effect, also
 * on connections that are open, when it completes.
 */
public final class Relay {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int CONNECT_MILLIS = 5000;
    private static final int REOPEN_TRIES = 100;
    private static final long REOPEN_MILLIS = 50;
    private static final long PROBE_MILLIS = 5;

    private final Vertx vertx;
    private final Context context;
    private final NetClient client;
    private final String targetHost;
    private final int targetPort;
    private final Set<Link> links = new HashSet<>();
    private final LongAdder bytesToServer = new LongAdder();
    private final LongAdder bytesToClient = new LongAdder();
    private final List<Planned> planned = new ArrayList<>();
    private final List<RelayFault> always = new ArrayList<>();
    private final Map<RelayFault, Integer> applied = new HashMap<>();
    private final Set<Integer> struckPorts = new HashSet<>();
    private final Set<Integer> portsToServer = new HashSet<>();
    private @Nullable Chance chance;
    private @Nullable NetServer server;
    private int port;
    private int connections;
    private boolean closed;

    /** A fault for the next connections. */
    public final class Planned {
        private final RelayFault fault;
        private int left = 1;

        private Planned(RelayFault fault) {
            this.fault = fault;
        }

        /**
         * Lets the fault strike more than one connection.
         *
         * @param n how many connections it strikes in all
         * @return this
         */
        public Planned times(int n) {
            synchronized (Relay.this) {
                left = n;
            }
            return this;
        }
    }

    private record Chance(RandomGenerator random, double share, List<RelayFault> faults) {}

    private Relay(Vertx vertx, String targetHost, int targetPort) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
        this.targetHost = targetHost;
        this.targetPort = targetPort;
    }

    /**
     * Starts a relay on any free port.
     *
     * @param vertx runs it
     * @param targetHost where it passes connections on to
     * @param targetPort the port there
     * @return the relay, listening, without faults
     */
    public static Future<Relay> start(Vertx vertx, String targetHost, int targetPort) {
        Relay relay = new Relay(vertx, targetHost, targetPort);
        return relay.onContext(() -> relay.listen(0)).map(listening -> relay);
    }

    private <T> Future<T> onContext(Supplier<Future<T>> work) {
        Promise<T> done = Promise.promise();
        context.runOnContext(run -> work.get().onComplete(done));
        return done.future();
    }

    private Future<Void> onContext(Runnable work) {
        return onContext(() -> {
            work.run();
            return Future.succeededFuture();
        });
    }

    private Future<Void> listen(int wanted) {
        NetServer fresh = vertx.createNetServer().connectHandler(this::accept);
        return fresh.listen(wanted, LOOPBACK).map(listening -> {
            synchronized (this) {
                server = listening;
                port = listening.actualPort();
            }
            return null;
        });
    }

    /**
     * The port it listens on; the same after it was closed and opened again.
     *
     * @return the port
     */
    public synchronized int port() {
        return port;
    }

    /**
     * Stops it permanently; open connections are reset.
     *
     * @return done
     */
    public Future<Void> stop() {
        return close(true).compose(done -> client.close());
    }

    /**
     * Plans a fault for the next connection. Planned faults come one after the other, one for each connection, and in
     * addition to what strikes all connections.
     *
     * @param fault what goes wrong
     * @return the planned fault, for {@link Planned#times(int)}
     */
    public synchronized Planned next(RelayFault fault) {
        Planned entry = new Planned(fault);
        planned.add(entry);
        return entry;
    }

    /**
     * Lets a fault strike every connection, also those that are open, until {@link #clear()}.
     *
     * @param fault what goes wrong
     * @return done
     */
    public Future<Void> always(RelayFault fault) {
        synchronized (this) {
            always.add(fault);
        }
        return onContext(() -> strikeAll(fault));
    }

    /**
     * Lets chance decide for each new connection whether a fault strikes it, until {@link #clear()}.
     *
     * @param random a seeded source
     * @param share probability, from 0 to 1
     * @param faults one of these, each as likely as the others; not empty
     */
    public synchronized void randomly(RandomGenerator random, double share, List<RelayFault> faults) {
        chance = new Chance(random, share, List.copyOf(faults));
    }

    /**
     * Removes all faults. Connections lose their delays; half-open connections stay half open.
     *
     * @return done
     */
    public Future<Void> clear() {
        synchronized (this) {
            planned.clear();
            always.clear();
            chance = null;
        }
        return onContext(() -> links.forEach(Link::calm));
    }

    /**
     * Resets all open connections.
     *
     * @return done
     */
    public Future<Void> resetAll() {
        return onContext(() -> strikeAll(new RelayFault.Reset()));
    }

    /**
     * Closes or reopens the relay: while closed, open connections have been reset and new ones are refused.
     *
     * @param away whether to go away
     * @return done
     */
    public Future<Void> close(boolean away) {
        return onContext(() -> {
            if (away == closed) {
                return Future.succeededFuture();
            }
            closed = away;
            if (!away) {
                return reopen(REOPEN_TRIES);
            }
            strikeAll(new RelayFault.Reset());
            NetServer listening;
            synchronized (this) {
                listening = server;
            }
            return listening == null
                    ? Future.<Void>succeededFuture()
                    : listening.close().compose(closedNow -> untilRefused(REOPEN_TRIES));
        });
    }

    /**
     * The future of a close completes before the selector of the accepting thread lets go of the socket; until then the
     * operating system still accepts connections for it, which nobody would ever serve.
     */
    private Future<Void> untilRefused(int triesLeft) {
        return client.connect(port(), LOOPBACK).transform(probed -> {
            if (probed.failed()) {
                return Future.succeededFuture();
            }
            probed.result().close();
            return triesLeft <= 1
                    ? Future.failedFuture("port " + port() + " still accepts connections after it was closed")
                    : vertx.timer(PROBE_MILLIS, TimeUnit.MILLISECONDS).compose(fired -> untilRefused(triesLeft - 1));
        });
    }

    /** Somebody's outgoing connection may have been given our port in the meantime; it will not keep it. */
    private Future<Void> reopen(int triesLeft) {
        return listen(port())
                .recover(failed -> triesLeft <= 1
                        ? Future.failedFuture(failed)
                        : vertx.timer(REOPEN_MILLIS, TimeUnit.MILLISECONDS).compose(fired -> reopen(triesLeft - 1)));
    }

    /**
     * Its statistics so far.
     *
     * @return a snapshot
     */
    public synchronized RelayRecord record() {
        return new RelayRecord(connections, bytesToServer.sum(), bytesToClient.sum(), applied, struckPorts);
    }

    /**
     * The local ports of all connections to the server so far, with or without a fault: who came through
     * this relay.
     *
     * @return a copy
     */
    public synchronized Set<Integer> portsToServer() {
        return Set.copyOf(portsToServer);
    }

    private synchronized void passedThrough(Link link) {
        portsToServer.add(link.portToServer());
    }

    private void accept(NetSocket caller) {
        caller.exceptionHandler(Link::broken);
        List<RelayFault> faults = faultsOfNewConnection();
        if (closed || faults.contains(new RelayFault.Reset())) {
            Link.reset(caller);
            return;
        }
        caller.pause();
        AtomicBoolean callerGone = new AtomicBoolean();
        caller.closeHandler(end -> callerGone.set(true));
        client.connect(targetPort, targetHost).onComplete(connected -> {
            if (connected.failed() || closed || callerGone.get()) {
                // the caller must see the same as without the relay
                Link.reset(caller);
                if (connected.succeeded()) {
                    Link.reset(connected.result());
                }
                return;
            }
            Link link =
                    new Link(vertx, caller, connected.result(), bytesToServer::add, bytesToClient::add, links::remove);
            links.add(link);
            passedThrough(link);
            faults.forEach(fault -> strike(link, fault));
            link.open();
        });
    }

    /** Counted here, because a connection that is reset never becomes a link. */
    private synchronized List<RelayFault> faultsOfNewConnection() {
        connections++;
        List<RelayFault> faults = new ArrayList<>(always);
        planned.removeIf(entry -> entry.left <= 0);
        if (!planned.isEmpty()) {
            planned.getFirst().left--;
            faults.add(planned.getFirst().fault);
        }
        Chance byChance = chance;
        if (byChance != null && byChance.random().nextDouble() < byChance.share()) {
            faults.add(byChance.faults()
                    .get(byChance.random().nextInt(byChance.faults().size())));
        }
        faults.forEach(fault -> applied.merge(fault, 1, Integer::sum));
        return faults;
    }

    private void strikeAll(RelayFault fault) {
        for (Link link : List.copyOf(links)) {
            synchronized (this) {
                applied.merge(fault, 1, Integer::sum);
            }
            strike(link, fault);
        }
    }

    private void strike(Link link, RelayFault fault) {
        synchronized (this) {
            struckPorts.add(link.portToServer());
        }
        link.apply(fault);
    }
}
