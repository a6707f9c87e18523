package io.mlconnector.runtime.flow;

import io.mlconnector.domain.agreement.OrderAgreement;
import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.dedupe.DedupeKeys;
import io.mlconnector.domain.flow.Circumstances;
import io.mlconnector.domain.flow.Outcome;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.ordering.FolderSight;
import io.mlconnector.domain.ordering.OrderDecisions;
import io.mlconnector.domain.ordering.OrderKey;
import io.mlconnector.domain.ordering.OrderMessage;
import io.mlconnector.domain.ordering.OrderState;
import io.mlconnector.domain.ordering.OutboundFile;
import io.mlconnector.domain.ordering.Preparation;
import io.mlconnector.ports.gateway.FolderEntry;
import io.mlconnector.ports.journal.DocumentRecord;
import io.mlconnector.runtime.flow.Forecast.Verdict;
import io.mlconnector.runtime.flow.OrderPreparation.Prepared;
import io.vertx.core.Future;

/** Goes the way of {@link OrderFlow} by its own preparation and decisions, and stops before anything is stored or sent. */
final class OrderForecast {

    private final Engine engine;
    private final Link link;
    private final OrderPreparation preparation;

    OrderForecast(Engine engine, Link link) {
        this.engine = engine;
        this.link = link;
        this.preparation = new OrderPreparation(engine, link, FolderGlances.onlyLooking(engine, link));
    }

    /** What becomes of the document when it goes on in this state. */
    Future<Forecast> of(DocumentRecord document, OrderState next) {
        OrderKey key = OrderKeys.of(document.keys());
        return preparation
                .revisions(key)
                .compose(all -> all.stream()
                        .filter(other -> other.id().compareTo(document.id()) < 0
                                && !other.condition().settled())
                        .findFirst()
                        .map(earlier -> Future.succeededFuture(turn(earlier.id().text())))
                        .orElseGet(() -> inItsTurn(document, key, next)));
    }

    /** An earlier revision comes first. */
    static Forecast turn(String earlier) {
        return Forecast.later("waits until document " + earlier
                + ", an earlier revision of the same order, is settled; then what it changes is told.");
    }

    private Future<Forecast> inItsTurn(DocumentRecord document, OrderKey key, OrderState next) {
        return switch (next) {
            case OrderState.Announced announced ->
                preparation.of(document.id(), key).map(prepared -> prepared(announced, key, prepared));
            case OrderState.Ready ready -> sendsStored(document, key, ready);
            case OrderState.InDoubt doubt -> asks(document, doubt);
            case OrderState resting -> Future.succeededFuture(standing(resting));
        };
    }

    private Forecast prepared(OrderState.Announced announced, OrderKey key, Prepared prepared) {
        return switch (prepared) {
            case Prepared.ToWrite write ->
                Forecast.writes(
                        Verdict.SENDS,
                        "sends " + told(write.writing().message()) + " for order " + key.orderNumber() + " in "
                                + key.legalEntity() + " to "
                                + write.writing().agreement().folder() + ".",
                        DedupeKeys.sequenceOfOrder(link.id(), key));
            case Prepared.InFolder(Prepared.ToWrite write, FolderEntry entry) ->
                Forecast.nothing(write.writing().agreement().folder() + " holds " + entry.name()
                        + " already; it is taken down as delivered.");
            case Prepared.Settled(Preparation settled) ->
                standing(
                        OrderDecisions.afterPreparation(announced, settled, engine.circumstances())
                                .next(),
                        settled);
        };
    }

    private static Forecast standing(OrderState next, Preparation settled) {
        return settled instanceof Preparation.Later later
                ? Forecast.later(later.why().message())
                : standing(next);
    }

    private static Forecast standing(OrderState next) {
        String why = next.reason().map(Problem::message).orElse("it stays as it is.");
        return switch (next.condition()) {
            case HELD -> Forecast.holds(why);
            case FAILED -> Forecast.fails(why);
            case DISCARDED, DONE, DUPLICATE -> Forecast.nothing(why);
            case MOVING, WAITING, UNKNOWN -> Forecast.later(why);
        };
    }

    private static String told(OrderMessage message) {
        int lines = message.order().lines().size();
        return switch (message) {
            case OrderMessage.NewOrder ignored -> "an 850 with " + counted(lines);
            case OrderMessage.ReplacingOrder ignored -> "an 850 that replaces the one before, with " + counted(lines);
            case OrderMessage.OrderChange change ->
                "an 860 with " + change.changes().size() + " changed "
                        + (change.changes().size() == 1 ? "line" : "lines");
            case OrderMessage.OrderCancellation ignored -> "an 860 that cancels all lines";
        };
    }

    private static String counted(int lines) {
        return lines + (lines == 1 ? " line" : " lines");
    }

    private Future<Forecast> sendsStored(DocumentRecord document, OrderKey key, OrderState.Ready ready) {
        OutboundFile file = ready.file();
        return preparation
                .supersededBy(document.id(), key)
                .compose(later -> later.isPresent()
                        ? Future.succeededFuture(Forecast.nothing(later.get().message()))
                        : engine.onContext(engine.journal().payload(file.content()))
                                .map(payload -> payload.isPresent()
                                        ? sends(key, file)
                                        : Forecast.fails(
                                                OrderFlow.payloadMissing(file).message())));
    }

    /** The stored bytes go out. */
    Forecast sends(OrderKey key, OutboundFile file) {
        return Forecast.writes(
                Verdict.SENDS,
                "sends " + file.name() + ", an " + file.transactionSetId() + " of " + file.size()
                        + " bytes under the control numbers that it has, for order " + key.orderNumber() + " in "
                        + key.legalEntity() + " to " + file.folder() + ".",
                DedupeKeys.sequenceOfOrder(link.id(), key));
    }

    private Future<Forecast> asks(DocumentRecord document, OrderState.InDoubt doubt) {
        OnUnknownOutcome agreed = link.orderAgreement(document.partner(), document.keys())
                .map(OrderAgreement::onUnknownOutcome)
                .orElse(OnUnknownOutcome.HOLD);
        return FolderSights.of(engine, link, doubt.file()).map(outcome -> asked(doubt, outcome, agreed));
    }

    private Forecast asked(OrderState.InDoubt doubt, Outcome<FolderSight> outcome, OnUnknownOutcome agreed) {
        Circumstances now = engine.circumstances();
        int askings = now.timing().askings();
        OrderState.InDoubt last = new OrderState.InDoubt(doubt.file(), doubt.since(), askings - 1);
        String asks = "asks " + doubt.file().folder() + " for " + doubt.file().name();
        return switch (OrderDecisions.afterAsking(last, outcome, agreed, now).next()) {
            case OrderState.Delivered ignored ->
                Forecast.asks(
                        asks + ": it is there, so it did arrive; it is taken down as delivered and nothing is sent.");
            case OrderState.Ready ignored ->
                Forecast.asks(asks + " " + askings + " times: it is not there now; if that stays so, the same bytes are"
                        + " sent again under the same name, as agreed.");
            case OrderState.Held(Problem why, OrderState ignored) ->
                Forecast.asks(asks + " " + askings + " times; if nothing changes it is held again: " + why.message());
            case OrderState ignored -> Forecast.asks(asks + "; the folder cannot be read now, so the question waits.");
        };
    }
}
