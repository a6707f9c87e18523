package io.mlconnector.twin.cleo;

import io.mlconnector.twin.cleo.provider.ApiProvider;
import io.mlconnector.twin.cleo.provider.PostedDocument;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.fault.NoticeDelivery;
import io.mlconnector.twin.http.CallCounter;
import io.mlconnector.twin.http.Ids;
import io.mlconnector.twin.http.RequestJournal;
import io.mlconnector.twin.http.SimulatedServer;
import io.mlconnector.twin.x12.Interchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Direct access to the Cleo simulator: changes to its folders without the API. */
public final class Cleo {

    private final Vertx vertx;
    private final Clock clock;
    private final CleoBehaviour behaviour;
    private final Mailbox mailbox;
    private final Logins logins;
    private final Router router;
    private final ApiProvider provider = new ApiProvider();
    private final FileNotices notices;
    private final List<Upload> received = new ArrayList<>();
    private int jobs = 1_000_000;
    private int onTheWay;

    private Cleo(
            Vertx vertx,
            long seed,
            Clock clock,
            CleoBehaviour behaviour,
            NoticeDelivery delivery,
            Predicate<Interchange> partners) {
        Ids ids = new Ids(seed);
        this.vertx = vertx;
        this.clock = clock;
        this.behaviour = behaviour;
        this.mailbox = new Mailbox(ids, clock);
        this.logins = new Logins(behaviour, clock, ids);
        this.router = new Router(partners);
        this.notices = new FileNotices(vertx, delivery);
    }

    /** A running simulator. */
    public record Running(Cleo cleo, SimulatedServer server) {}

    /**
     * Starts the simulator.
     *
     * @param vertx runs it
     * @param port port, 0 for any free one
     * @param seed every generated id follows from it
     * @param clock its time
     * @param behaviour how it behaves
     * @param faults planned faults
     * @param calls counts the calls
     * @param journal writes the requests down
     * @param delivery sends the Studio flow's calls
     * @param partners receives the interchanges that the router forwards; false if no partner is addressed
     * @param record what {@code GET /twin/record} shows
     * @return the simulator and its server
     */
    public static Future<Running> start(
            Vertx vertx,
            int port,
            long seed,
            Clock clock,
            CleoBehaviour behaviour,
            FaultPlan faults,
            CallCounter calls,
            RequestJournal journal,
            NoticeDelivery delivery,
            Predicate<Interchange> partners,
            Supplier<Object> record) {
        Cleo cleo = new Cleo(vertx, seed, clock, behaviour, delivery, partners);
        ResourceView view = new ResourceView(behaviour);
        Uploads uploads = new Uploads(behaviour, cleo.mailbox, view, cleo::uploaded);
        CleoApi api = new CleoApi(
                cleo,
                behaviour,
                cleo.mailbox,
                cleo.logins,
                uploads,
                view,
                new RateLimit(behaviour, clock),
                cleo.provider);
        return SimulatedServer.start(vertx, FaultPlan.System.CLEO, port, faults, calls, journal, clock, api, record)
                .map(server -> new Running(cleo, server));
    }

    /**
     * Creates a folder and its parents.
     *
     * @param path path, e.g. {@code /download/acme}
     * @return its id
     */
    public synchronized String folder(String path) {
        return mailbox.folder(path).id();
    }

    /**
     * Puts a whole file into a folder and announces it.
     *
     * @param path folder
     * @param name file name
     * @param bytes content
     */
    public synchronized void put(String path, String name, Buffer bytes) {
        Folder folder = mailbox.folder(path);
        StoredFile file = mailbox.write(folder, name, bytes.copy());
        notices.landed(folder, file, jobs++);
    }

    /**
     * Puts a whole file into a folder and announces it.
     *
     * @param path folder
     * @param name file name
     * @param bytes content
     */
    public void put(String path, String name, byte[] bytes) {
        put(path, name, Buffer.buffer(bytes));
    }

    /**
     * Shows a file that is still being written; nothing is announced.
     *
     * @param path folder
     * @param name file name
     * @param bytesSoFar its content so far
     */
    public synchronized void grow(String path, String name, Buffer bytesSoFar) {
        mailbox.write(mailbox.folder(path), name, bytesSoFar.copy());
    }

    /**
     * Shows a file that is still being written; nothing is announced.
     *
     * @param path folder
     * @param name file name
     * @param bytesSoFar its content so far
     */
    public void grow(String path, String name, byte[] bytesSoFar) {
        grow(path, name, Buffer.buffer(bytesSoFar));
    }

    /**
     * The files in a folder.
     *
     * @param path folder
     * @return a copy
     */
    public synchronized List<StoredFile> files(String path) {
        return mailbox.filesIn(mailbox.folder(path));
    }

    /**
     * Every upload ever, also of files that are gone.
     *
     * @return a copy
     */
    public synchronized List<Upload> received() {
        return List.copyOf(received);
    }

    /**
     * Every document that was posted to the API Provider, oldest first: {@code /integration/NAME} beside {@code /api}.
     *
     * @return a copy
     */
    public synchronized List<PostedDocument> posted() {
        return provider.posted();
    }

    /**
     * Interchanges that the router did not send on because their control number was seen before.
     *
     * @return sender, receiver and control number of each
     */
    public List<String> duplicates() {
        return router.duplicates();
    }

    /**
     * What the router could not forward: files without an interchange, interchanges without a known receiver.
     *
     * @return path and reason of each
     */
    public List<String> unroutable() {
        return router.unroutable();
    }

    /**
     * Number of uploads that the router has not processed yet.
     *
     * @return the count
     */
    public synchronized int onTheWay() {
        return onTheWay;
    }

    /**
     * A router takes every file out of an upload folder. Files that are still to be routed never arrive then: wait until nothing is
     * {@link #onTheWay() on the way}.
     *
     * @param path folder
     */
    public synchronized void empty(String path) {
        mailbox.filesIn(mailbox.folder(path)).forEach(file -> mailbox.remove(file.id()));
    }

    /** Invalidates every access and refresh token. */
    public synchronized void revokeTokens() {
        logins.revokeAll();
    }

    /** Invalidates every access token; refresh tokens stay valid. */
    public synchronized void revokeAccessTokens() {
        logins.revokeAccessTokens();
    }

    /**
     * Calls a URL whenever a file has landed.
     *
     * @param url the URL
     * @param bearerKey the key to present
     */
    public void announceFilesTo(String url, String bearerKey) {
        notices.announceTo(url, bearerKey);
    }

    /** Stops announcing. */
    public void stop() {
        notices.stop();
    }

    private void uploaded(Folder folder, StoredFile file) {
        received.add(new Upload(folder.path(), file.name(), file.content().copy(), clock.instant()));
        boolean routed = folder.path().equals("/upload") || folder.path().startsWith("/upload/");
        if (!routed || behaviour.routerTakesAfter().equals(CleoBehaviour.NEVER)) {
            return;
        }
        onTheWay++;
        long millis = Math.max(1, behaviour.routerTakesAfter().toMillis());
        vertx.setTimer(millis, fired -> take(folder, file));
    }

    private void take(Folder folder, StoredFile file) {
        Buffer content;
        synchronized (this) {
            StoredFile there = mailbox.file(file.id());
            content = there == null ? null : there.content();
            if (!behaviour.keptFolders().contains(folder.path())) {
                mailbox.remove(file.id());
            }
        }
        // an overwritten file is routed once, with its latest content
        if (content != null) {
            router.route(folder.path() + "/" + file.name(), content);
        }
        synchronized (this) {
            onTheWay--;
        }
    }
}
