package io.mlconnector.engine.polling;

import io.mlconnector.domain.intake.OrderPollWindow;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.confirmation.ContentRevisions;
import io.mlconnector.engine.confirmation.OrderEntries;
import io.mlconnector.engine.event.HintedOrders;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.OneAfterAnother;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.engine.restoration.OrderLooks;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.journal.document.NewDocument;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Looks for confirmed orders of one connection: the guarantee that none is missed. A Business Event only makes it quick.
 * Entering a confirmation twice does nothing, so every look may see all of them.
 */
public final class OrderPoller implements Activity {

    private static final Logger LOG = Logger.getLogger(OrderPoller.class.getName());

    private final Engine engine;
    private final Connection connection;
    private final Health health;
    private final String name;
    private final OrderEntries entries;
    private final ContentRevisions revisions;
    private final HintedOrders hinted;
    private Runnable listening = () -> {};
    private Runnable timer = () -> {};
    private long looks;

    /** Stored at the first start and never changed after it. */
    private Optional<LocalDate> firstStart = Optional.empty();

    private boolean stopping;
    private Future<Void> underWay = Future.succeededFuture();

    /** For one connection. */
    public OrderPoller(Engine engine, Connection connection, Health health) {
        this.engine = engine;
        this.connection = connection;
        this.health = health;
        this.name = "Orders of " + connection.id();
        this.entries = new OrderEntries(engine, connection);
        this.revisions = new ContentRevisions(engine, connection);
        this.hinted = new HintedOrders(
                engine, connection, this::firstDay, outcome -> entered(outcome, Optional.empty()), this::brokeOff);
    }

    @Override
    public void start() {
        listening = engine.loop().onSignal(Signals.ordersOf(connection.id()), hinted::named);
        look();
    }

    /** Begins no further look and waits for the one that is under way. */
    @Override
    public Future<Void> stop() {
        stopping = true;
        hinted.stop();
        timer.run();
        listening.run();
        return underWay.otherwiseEmpty();
    }

    private void look() {
        if (stopping) {
            return;
        }
        long look = looks++;
        health.begun(name, engine.clock().instant());
        underWay = window().compose(window -> engine.onContext(connection
                                .purchaseOrders()
                                .confirmedSince(connection.orders().legalEntities(), window.since(look)))
                        .compose(outcome -> entered(outcome, Optional.of(window))))
                .onFailure(this::brokeOff)
                .otherwiseEmpty()
                .onComplete(ignored -> {
                    Duration pause = health.pause(name, connection.orders().every());
                    health.rests(name, pause, engine.clock().instant());
                    if (!stopping) {
                        timer = engine.loop().after(pause, this::look);
                    }
                });
    }

    private void brokeOff(Throwable failure) {
        BrokenOff.log(LOG, name + ": broke off, and is tried again", failure);
        health.failing(name, BrokenOff.problem(name, failure), engine.clock().instant());
    }

    /** The day from which on orders are sent stands in the configuration, or is that of the first start. */
    private Future<OrderPollWindow> window() {
        return firstDay()
                .compose(start -> engine.onContext(engine.journal().cursor(newestCursor(connection.id())))
                        .map(newest -> new OrderPollWindow(start, newest.map(LocalDate::parse))));
    }

    /** Under this name the journal remembers the day of the newest confirmation that was seen. */
    public static String newestCursor(String connection) {
        return "orders-newest:" + connection;
    }

    /** Under this name the journal remembers the day of the first start. */
    public static String startCursor(String connection) {
        return "orders-start:" + connection;
    }

    private Future<LocalDate> firstDay() {
        Optional<LocalDate> known = connection.orders().since().or(() -> firstStart);
        if (known.isPresent()) {
            return Future.succeededFuture(known.get());
        }
        String key = startCursor(connection.id());
        LocalDate first = OrderPollWindow.startOf(engine.clock().instant());
        return engine.onContext(engine.journal().cursor(key))
                .compose(stored -> stored.map(LocalDate::parse)
                        .map(Future::succeededFuture)
                        .orElseGet(() -> engine.onContext(engine.journal().moveCursor(key, first.toString()))
                                .map(ignored -> first)))
                .onSuccess(stored -> firstStart = Optional.of(stored));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(engine.clock().instant(), ZoneOffset.UTC);
    }

    private Future<Void> entered(Outcome<Confirmations> outcome, Optional<OrderPollWindow> window) {
        connection.purchaseOrders().remark().ifPresent(said -> health.remark(name, said));
        return switch (outcome) {
            case Outcome.Done<Confirmations>(Confirmations confirmations) ->
                enter(confirmations, window)
                        .compose(ignored -> window.isEmpty()
                                ? Future.succeededFuture()
                                : new OrderLooks(engine).looked(connection.id()))
                        .compose(ignored -> works());
            case Outcome.Refused<Confirmations>(Problem why) -> failing(why);
            case Outcome.NotNow<Confirmations>(Problem why, Optional<Duration> ignored) -> failing(why);
            case Outcome.Unknown<Confirmations>(Problem why) -> failing(why);
        };
    }

    /** What waited because F&O did not answer need not wait for its time. */
    private Future<Void> works() {
        return health.working(name, engine.clock().instant()) ? engine.wake(connection.id()) : Future.succeededFuture();
    }

    private Future<Void> failing(Problem why) {
        health.failing(name, why, engine.clock().instant());
        return Future.succeededFuture();
    }

    /** The cursor moves after the documents are safe, never before; what a Business Event named does not move it. */
    private Future<Void> enter(Confirmations listed, Optional<OrderPollWindow> window) {
        return revisions
                .numbered(listed.readable())
                .compose(numbered -> enterNumbered(new Confirmations(numbered, listed.unreadable()), window));
    }

    private Future<Void> enterNumbered(Confirmations confirmations, Optional<OrderPollWindow> window) {
        Optional<LocalDate> newest = window.flatMap(known -> known.advanced(
                confirmations.readable().stream().map(Confirmation::date).toList(), today().plusDays(1)));
        List<NewDocument> documents = new ArrayList<>();
        confirmations.unreadable().forEach(row -> documents.add(entries.of(row)));
        confirmations.readable().forEach(confirmation -> {
            documents.add(entries.of(confirmation));
            entries.beside(confirmation).ifPresent(documents::add);
        });
        return engine.onContext(engine.journal().announce(documents))
                .recover(failure -> BrokenOff.journalAway(failure) ? Future.failedFuture(failure) : oneByOne(documents))
                .compose(fresh -> {
                    if (!fresh.isEmpty()) {
                        engine.loop().signal(Signals.DUE, "");
                    }
                    return newest.isEmpty()
                            ? Future.succeededFuture()
                            : engine.onContext(engine.journal()
                                    .moveCursor(
                                            newestCursor(connection.id()),
                                            newest.get().toString()));
                });
    }

    /** What is wrong with one keeps none of the others from entering; the next look tries that one again. */
    private Future<List<DocumentId>> oneByOne(List<NewDocument> documents) {
        List<DocumentId> fresh = new ArrayList<>();
        return OneAfterAnother.of(documents, document -> entered(document, fresh))
                .map(fresh);
    }

    private Future<Void> entered(NewDocument document, List<DocumentId> fresh) {
        return engine.onContext(engine.journal().announce(List.of(document)))
                .map(fresh::addAll)
                .recover(failure -> {
                    if (BrokenOff.journalAway(failure)) {
                        return Future.failedFuture(failure);
                    }
                    BrokenOff.log(
                            LOG,
                            name + ": order " + document.keys().orderNumber() + " of "
                                    + document.keys().legalEntity() + " cannot be entered and is tried again",
                            failure);
                    return Future.succeededFuture(true);
                })
                .mapEmpty();
    }
}
