package io.mlconnector.engine.intake;

import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.intake.DedupeKeys;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Validity;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Activity;
import io.mlconnector.engine.loop.Health;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.journal.BusinessKeys;
import io.mlconnector.ports.journal.Direction;
import io.mlconnector.ports.journal.DocumentId;
import io.mlconnector.ports.journal.NewDocument;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks for confirmed orders of one connection: the guarantee that none is missed. A Business Event only makes it quick.
 * Entering a confirmation twice does nothing, so every look may see all of them.
 */
public final class OrderPoller implements Activity {

    private static final Logger LOG = Logger.getLogger(OrderPoller.class.getName());

    /** Back-dated confirmations of so many days are seen by every look; older ones by the looks that begin at the start. */
    private static final int OVERLAP_DAYS = 7;

    private static final int LOOKS_BETWEEN_FULL_ONES = 60;

    private final Engine engine;
    private final Connection link;
    private final Health health;
    private final String name;
    private Runnable listening = () -> {};
    private Runnable timer = () -> {};
    private int looks;
    private boolean stopping;
    private Future<Void> underWay = Future.succeededFuture();

    /** For one connection. */
    public OrderPoller(Engine engine, Connection link, Health health) {
        this.engine = engine;
        this.link = link;
        this.health = health;
        this.name = "Orders of " + link.id();
    }

    @Override
    public void start() {
        listening = engine.loop().onSignal(Signals.ordersOf(link.id()), this::hint);
        look();
    }

    /** Begins no further look and waits for the one that is under way. */
    @Override
    public Future<Void> stop() {
        stopping = true;
        timer.run();
        listening.run();
        return underWay.otherwiseEmpty();
    }

    private void look() {
        if (stopping) {
            return;
        }
        underWay = since().compose(since -> engine.onContext(link.purchaseOrders()
                                .confirmedSince(link.orders().legalEntities(), since))
                        .compose(outcome -> entered(outcome, since)))
                .onFailure(failure ->
                        LOG.log(Level.WARNING, name + ": the journal cannot be reached: " + failure.getMessage()))
                .otherwiseEmpty()
                .onComplete(ignored -> {
                    if (!stopping) {
                        timer = engine.loop().after(link.orders().every(), this::look);
                    }
                });
    }

    /** From which day on: the configured one now and then, otherwise shortly before the newest that was seen. */
    private Future<LocalDate> since() {
        String startKey = "orders-start:" + link.id();
        String newestKey = "orders-newest:" + link.id();
        boolean full = looks++ % LOOKS_BETWEEN_FULL_ONES == 0;
        LocalDate today = LocalDate.ofInstant(engine.clock().instant(), ZoneOffset.UTC);
        Future<LocalDate> start = link.orders()
                .since()
                .map(Future::succeededFuture)
                .orElseGet(() -> engine.onContext(engine.journal().cursor(startKey))
                        .compose(stored -> stored.map(LocalDate::parse)
                                .map(Future::succeededFuture)
                                .orElseGet(
                                        () -> engine.onContext(engine.journal().moveCursor(startKey, today.toString()))
                                                .map(ignored -> today))));
        return start.compose(first -> full
                ? Future.succeededFuture(first)
                : engine.onContext(engine.journal().cursor(newestKey))
                        .map(newest -> newest.map(LocalDate::parse)
                                .map(day -> day.minusDays(OVERLAP_DAYS))
                                .filter(first::isBefore)
                                .orElse(first)));
    }

    /** A Business Event named an order: its confirmations are read at once. */
    private void hint(String body) {
        int slash = body.indexOf('/');
        if (stopping || slash < 0) {
            return;
        }
        LegalEntity legalEntity = new LegalEntity(body.substring(0, slash));
        if (!link.orders().legalEntities().contains(legalEntity)) {
            return;
        }
        engine.onContext(link.purchaseOrders().confirmationsOf(legalEntity, body.substring(slash + 1)))
                .compose(outcome -> entered(outcome, LocalDate.MIN))
                .onFailure(failure ->
                        LOG.log(Level.WARNING, name + ": the journal cannot be reached: " + failure.getMessage()));
    }

    private Future<Void> entered(Outcome<List<Confirmation>> outcome, LocalDate since) {
        return switch (outcome) {
            case Outcome.Done<List<Confirmation>>(List<Confirmation> confirmations) -> {
                health.well(name, engine.clock().instant());
                yield enter(confirmations, since);
            }
            case Outcome.Refused<List<Confirmation>>(Problem why) -> ill(why);
            case Outcome.NotNow<List<Confirmation>>(Problem why, Optional<Duration> ignored) -> ill(why);
            case Outcome.Unknown<List<Confirmation>>(Problem why) -> ill(why);
        };
    }

    private Future<Void> ill(Problem why) {
        health.ill(name, why, engine.clock().instant());
        return Future.succeededFuture();
    }

    private Future<Void> enter(List<Confirmation> confirmations, LocalDate since) {
        List<NewDocument> documents = new ArrayList<>();
        LocalDate newest = since;
        for (Confirmation confirmation : confirmations) {
            documents.add(document(confirmation));
            newest = confirmation.date().isAfter(newest) ? confirmation.date() : newest;
        }
        LocalDate seen = newest;
        return engine.onContext(engine.journal().announce(documents)).compose(fresh -> {
            if (!fresh.isEmpty()) {
                engine.loop().signal(Signals.DUE, "");
            }
            // The cursor moves after the documents are safe, never before.
            return since.equals(LocalDate.MIN) || seen.equals(since)
                    ? Future.succeededFuture()
                    : engine.onContext(engine.journal().moveCursor("orders-newest:" + link.id(), seen.toString()));
        });
    }

    private NewDocument document(Confirmation confirmation) {
        OrderKey key = confirmation.key();
        DocumentId id = engine.ids().next();
        String partner = link.partners()
                .withVendor(key.legalEntity(), confirmation.vendor())
                .map(TradingPartner::id)
                .map(found -> found.id())
                .orElse("");
        return new NewDocument(
                id,
                link.id(),
                partner,
                Direction.OUTBOUND,
                "850",
                Optional.of(DedupeKeys.ofOrder(link.id(), key)),
                Optional.empty(),
                Optional.of(DedupeKeys.sequenceOfOrder(link.id(), key)),
                new BusinessKeys(
                        key.legalEntity().id(), key.orderNumber(), key.confirmationNumber(), "", "", "", "", ""),
                Validity.PENDING,
                new SendingState.Announced(0),
                Optional.empty(),
                List.of(HistoryEntry.entry(
                        engine.clock().instant(),
                        "announced",
                        "F&O confirmed order " + key.orderNumber() + " of " + key.legalEntity() + " as "
                                + key.confirmationNumber() + " on " + confirmation.date())));
    }
}
