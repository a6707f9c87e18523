package io.mlconnector.twin;

import io.mlconnector.twin.cleo.Cleo;
import io.mlconnector.twin.cleo.Upload;
import io.mlconnector.twin.dynamics.Dynamics;
import io.mlconnector.twin.dynamics.payables.PendingInvoice;
import io.mlconnector.twin.dynamics.purchasing.Confirmation;
import io.mlconnector.twin.fault.FaultPlan;
import io.mlconnector.twin.fault.NoticeDelivery;
import io.mlconnector.twin.http.CallCounter;
import io.mlconnector.twin.http.RequestJournal;
import io.mlconnector.twin.http.RequestLog;
import io.mlconnector.twin.http.SimulatedServer;
import io.mlconnector.twin.judge.Declared;
import io.mlconnector.twin.judge.Evidence;
import io.mlconnector.twin.judge.Judgement;
import io.mlconnector.twin.partner.PartnerDesk;
import io.mlconnector.twin.partner.Publication;
import io.mlconnector.twin.scenario.Scenario;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Both remote systems on two HTTP servers of the loopback address, and the trading partners behind them. */
public final class Twin {

    private final TwinOptions options;
    private final FaultPlan faults;
    private final CallCounter calls;
    private final RequestJournal journal;
    private final Dynamics dynamics;
    private final SimulatedServer dynamicsServer;
    private final Cleo cleo;
    private final SimulatedServer cleoServer;
    private final PartnerDesk desk;
    private final Stage stage;
    private final Buyer buyer;

    private Twin(
            TwinOptions options,
            FaultPlan faults,
            CallCounter calls,
            RequestJournal journal,
            Dynamics.Running dynamics,
            Cleo.Running cleo,
            PartnerDesk desk,
            Stage stage,
            Buyer buyer) {
        this.options = options;
        this.faults = faults;
        this.calls = calls;
        this.journal = journal;
        this.dynamics = dynamics.dynamics();
        this.dynamicsServer = dynamics.server();
        this.cleo = cleo.cleo();
        this.cleoServer = cleo.server();
        this.desk = desk;
        this.stage = stage;
        this.buyer = buyer;
    }

    /**
     * Starts a twin and fills it.
     *
     * @param vertx runs it
     * @param options how
     * @return the twin, listening
     */
    public static Future<Twin> start(Vertx vertx, TwinOptions options) {
        FaultPlan faults = new FaultPlan();
        CallCounter calls = new CallCounter();
        RequestJournal journal = new RequestJournal(options.clock(), System::nanoTime);
        AtomicReference<@Nullable Twin> twin = new AtomicReference<>();
        PartnerDesk desk = new PartnerDesk(
                vertx,
                options.clock(),
                options.scenario(),
                options.pace(),
                options.habits(),
                options.seed(),
                new World(twin));
        NoticeDelivery events = new NoticeDelivery(vertx, options.notices(), options.seed());
        NoticeDelivery files = new NoticeDelivery(vertx, options.notices(), options.seed() + 1);
        return Dynamics.start(
                        vertx,
                        options.dynamicsPort(),
                        options.seed(),
                        options.clock(),
                        options.dynamics(),
                        faults,
                        calls,
                        journal,
                        events,
                        () -> shown(twin.get()))
                .compose(dynamics -> Cleo.start(
                                vertx,
                                options.cleoPort(),
                                options.seed(),
                                options.clock(),
                                options.cleo(),
                                faults,
                                calls,
                                journal,
                                files,
                                desk::receive,
                                () -> shown(twin.get()))
                        .onFailure(failed -> dynamics.server().stop())
                        .map(cleo -> {
                            Stage stage = new Stage(vertx, options.scenario(), dynamics.dynamics(), options.pace());
                            Buyer buyer = new Buyer(
                                    vertx, options.scenario(), dynamics.dynamics(), options.pace(), options.seed());
                            Twin started =
                                    new Twin(options, faults, calls, journal, dynamics, cleo, desk, stage, buyer);
                            started.fill();
                            twin.set(started);
                            return started;
                        }));
    }

    /**
     * Puts a file into a folder, as a partner does.
     *
     * @param folder path of the folder
     * @param name of the file
     * @param content its bytes
     */
    public void put(String folder, String name, Buffer content) {
        cleo.put(folder, name, content);
    }

    /**
     * A partner sends a file once more, byte for byte, because somebody asked for it.
     *
     * @param fileName its name
     */
    public void sendAgain(String fileName) {
        desk.sendAgain(fileName);
    }

    /**
     * Has no partner bill an order by itself.
     *
     * @param orderNumber purchase order
     */
    public void neverInvoice(String orderNumber) {
        desk.neverInvoice(orderNumber);
    }

    private static Object shown(@Nullable Twin twin) {
        return twin == null ? Map.of() : twin.record();
    }

    /** Effects of partners reach the twin once it has started. */
    private record World(AtomicReference<@Nullable Twin> twin) implements PartnerDesk.Outside {
        @Override
        public void put(String folder, String name, Buffer content) {
            Twin started = twin.get();
            if (started != null) {
                started.cleo.put(folder, name, content);
            }
        }

        @Override
        public void grow(String folder, String name, Buffer soFar) {
            Twin started = twin.get();
            if (started != null) {
                started.cleo.grow(folder, name, soFar);
            }
        }

        @Override
        public void received(String orderNumber) {
            Twin started = twin.get();
            if (started != null) {
                started.stage.received(orderNumber);
            }
        }
    }

    private void fill() {
        options.scenario().enterInto(dynamics);
        cleo.folder("/upload");
        cleo.folder("/download");
        options.scenario().partners().forEach(partner -> {
            cleo.folder(partner.uploadFolder());
            cleo.folder(partner.downloadFolder());
        });
    }

    /**
     * Port of F&amp;O.
     *
     * @return the actual port
     */
    public int dynamicsPort() {
        return dynamicsServer.port();
    }

    /**
     * Port of Cleo.
     *
     * @return the actual port
     */
    public int cleoPort() {
        return cleoServer.port();
    }

    /**
     * F&amp;O's environment URL.
     *
     * @return without a trailing slash
     */
    public String environmentUrl() {
        return environmentUrl(dynamicsPort());
    }

    /**
     * F&amp;O's environment URL for callers behind a relay.
     *
     * @param port the relay's port
     * @return without a trailing slash
     */
    public String environmentUrl(int port) {
        return "http://127.0.0.1:" + port;
    }

    /**
     * The token endpoint, version 2.
     *
     * @return its URL
     */
    public String tokenUrl() {
        return tokenUrl(dynamicsPort());
    }

    /**
     * The token endpoint, version 2, for callers behind a relay.
     *
     * @param port the relay's port
     * @return its URL
     */
    public String tokenUrl(int port) {
        return environmentUrl(port) + "/" + options.dynamics().tenantId() + "/oauth2/v2.0/token";
    }

    /**
     * Cleo's base URL.
     *
     * @return ends in {@code /api}
     */
    public String cleoBaseUrl() {
        return cleoBaseUrl(cleoPort());
    }

    /**
     * Cleo's base URL for callers behind a relay.
     *
     * @param port the relay's port
     * @return ends in {@code /api}
     */
    public String cleoBaseUrl(int port) {
        return "http://127.0.0.1:" + port + options.cleo().pathPrefix() + "/api";
    }

    /**
     * Direct access to F&amp;O.
     *
     * @return the simulator
     */
    public Dynamics dynamics() {
        return dynamics;
    }

    /**
     * Direct access to Cleo.
     *
     * @return the simulator
     */
    public Cleo cleo() {
        return cleo;
    }

    /**
     * The scenario of this twin.
     *
     * @return the scenario
     */
    public Scenario scenario() {
        return options.scenario();
    }

    /**
     * How it was started.
     *
     * @return the options, credentials included
     */
    public TwinOptions options() {
        return options;
    }

    /**
     * Its own record of what happened so far.
     *
     * @return a snapshot
     */
    public TwinRecord record() {
        return new TwinRecord(
                dynamics.confirmations(),
                cleo.received().stream().map(TwinRecord.ReceivedFile::of).toList(),
                dynamics.receivedInvoices(),
                desk.published(),
                calls.counts(),
                dynamics.events());
    }

    /**
     * Evaluates only what this twin sent out and received.
     *
     * @param declared documents that the connector reports as held or pending
     * @return what is wrong
     */
    public Judgement judge(Declared declared) {
        return evidence().judge(declared);
    }

    /**
     * The evidence of a judgement.
     *
     * @return a snapshot
     */
    public Evidence evidence() {
        // what was received comes first, so that the reason for it is never missing
        List<Upload> uploads = cleo.received();
        List<PendingInvoice> invoices = dynamics.receivedInvoices();
        List<Publication> published = desk.published();
        List<Confirmation> confirmations = dynamics.confirmations();
        return new Evidence(
                scenario().partners(), confirmations, dynamics.confirmedLines(), uploads, published, invoices);
    }

    /**
     * The planned faults.
     *
     * @return the plan, to be added to
     */
    public FaultPlan faults() {
        return faults;
    }

    /**
     * Every request so far.
     *
     * @return a snapshot
     */
    public RequestLog requests() {
        return journal.log();
    }

    /**
     * Activates the Business Event endpoint.
     *
     * @param url where events are POSTed from now on
     */
    public void sendBusinessEventsTo(String url) {
        dynamics.sendBusinessEventsTo(url);
    }

    /**
     * Lets a Studio flow call when a file has landed.
     *
     * @param url the URL
     * @param bearerKey the key it presents
     */
    public void announceFilesTo(String url, String bearerKey) {
        cleo.announceFilesTo(url, bearerKey);
    }

    /** Starts the scenario's timed part. Calling it again changes nothing. */
    public void play() {
        stage.play();
    }

    /**
     * Whether the script has been played: every order confirmed and changed, every planned answer and extra file
     * published, nothing on its way.
     *
     * @return true once nothing more is scheduled
     */
    public boolean finished() {
        return stage.finished() && quiet();
    }

    /**
     * Enters and confirms orders now, over all partners and legal entities of the scenario; some are changed and
     * confirmed again a while later, always by more of something. Their numbers are unique.
     *
     * @param orders how many
     * @return their first confirmations
     */
    public List<Confirmation> confirm(int orders) {
        return buyer.confirm(orders);
    }

    /**
     * Lets partners invoice orders of {@link #confirm(int)} without having received them, the oldest first. What they
     * invoice so they do not invoice again when the order reaches them.
     *
     * @param most how many at most
     * @return how many: fewer if there are not so many orders that have neither been received nor invoiced
     */
    public int publishInvoices(int most) {
        return desk.invoice(buyer.confirmed(), most);
    }

    /**
     * Whether nothing more is scheduled: no change of an order is to come, no upload to be routed, no file to be
     * published.
     *
     * @return true if all is quiet
     */
    public boolean quiet() {
        return buyer.finished() && cleo.onTheWay() == 0 && desk.finished();
    }

    /**
     * Stops it.
     *
     * @return done
     */
    public Future<Void> stop() {
        stage.stop();
        buyer.stop();
        dynamics.stop();
        cleo.stop();
        return Future.join(dynamicsServer.stop(), cleoServer.stop()).mapEmpty();
    }
}
