package io.mlconnector.engine.event;

import io.mlconnector.domain.intake.OrderPollWindow;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.BrokenOff;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Orders that Business Events named: their confirmations are asked for at once. What is named while others are being asked for goes
 * together, so that two hundred events a second cost a few requests and a few steps of the journal, and an order that is named
 * several times is asked for once.
 */
public final class HintedOrders {

    /** Orders that wait to be asked for; the poll finds the others. */
    private static final int MOST_WAITING = 10_000;

    /** Orders that are asked for together. */
    private static final int MOST_TOGETHER = 50;

    private final Engine engine;
    private final Connection connection;
    private final Supplier<Future<LocalDate>> firstDay;
    private final Function<Outcome<Confirmations>, Future<Void>> enter;
    private final Consumer<Throwable> brokeOff;
    private final Set<OrderHint> waiting = new LinkedHashSet<>();
    private boolean asking;
    private boolean stopping;

    /**
     * None is named yet.
     *
     * @param firstDay confirmations of earlier days are left alone
     * @param enter takes what F&O answered
     * @param brokeOff is told of defects; the poll tries again
     */
    public HintedOrders(
            Engine engine,
            Connection connection,
            Supplier<Future<LocalDate>> firstDay,
            Function<Outcome<Confirmations>, Future<Void>> enter,
            Consumer<Throwable> brokeOff) {
        this.engine = engine;
        this.connection = connection;
        this.firstDay = firstDay;
        this.enter = enter;
        this.brokeOff = brokeOff;
    }

    /** Asks for nothing any more. */
    public void stop() {
        stopping = true;
    }

    /** An order was named, as {@link OrderHint#text} writes it. */
    public void named(String text) {
        Optional<OrderHint> hint = OrderHint.read(text);
        if (stopping || hint.isEmpty() || waiting.size() >= MOST_WAITING) {
            return;
        }
        waiting.add(hint.get());
        if (!asking) {
            asking = true;
            ask();
        }
    }

    private void ask() {
        List<OrderHint> together = waiting.stream().limit(MOST_TOGETHER).toList();
        if (stopping || together.isEmpty()) {
            asking = false;
            return;
        }
        together.forEach(waiting::remove);
        firstDay.get()
                .compose(start -> enter(together, new OrderPollWindow(start, Optional.empty())))
                .onFailure(brokeOff::accept)
                .onComplete(ignored -> ask());
    }

    /** What is asked for in one turn of the loop leaves in few requests. */
    private Future<Void> enter(List<OrderHint> hints, OrderPollWindow window) {
        List<Future<Outcome<List<Confirmation>>>> asked =
                hints.stream().map(hint -> confirmationsOf(hint, window)).toList();
        return Future.join(asked).otherwiseEmpty().compose(ignored -> enterAnswers(asked));
    }

    private Future<Void> enterAnswers(List<Future<Outcome<List<Confirmation>>>> asked) {
        List<Confirmation> found = new ArrayList<>();
        Optional<Outcome<Confirmations>> trouble = Optional.empty();
        boolean answered = false;
        for (Future<Outcome<List<Confirmation>>> one : asked) {
            if (one.failed()) {
                brokeOff.accept(one.cause());
            } else if (one.result() instanceof Outcome.Done<List<Confirmation>>(List<Confirmation> confirmations)) {
                answered = true;
                found.addAll(confirmations);
            } else {
                trouble = Optional.of(one.result().map(none -> Confirmations.NONE));
            }
        }
        Future<Void> entered = answered
                ? enter.apply(Outcome.done(new Confirmations(found, List.of())))
                        .recover(failure -> oneByOne(found, failure))
                : Future.succeededFuture();
        Optional<Outcome<Confirmations>> told = trouble;
        return entered.compose(ignored -> told.map(enter).orElse(Future.succeededFuture()));
    }

    /** Nothing of what is no legal entity of ours. */
    private Future<Outcome<List<Confirmation>>> confirmationsOf(OrderHint hint, OrderPollWindow window) {
        return connection.orders().legalEntities().stream()
                .filter(entity -> entity.id().equalsIgnoreCase(hint.legalEntity()))
                .findFirst()
                .map(entity -> engine.onContext(connection.purchaseOrders().confirmationsOf(entity, hint.orderNumber()))
                        .map(outcome -> outcome.map(confirmations -> confirmations.stream()
                                .filter(confirmation -> window.covers(confirmation.date()))
                                .map(confirmation -> confirmation.of(hint.kind()))
                                .toList())))
                .orElseGet(() -> Future.succeededFuture(Outcome.done(List.of())));
    }

    /** What is wrong with one order keeps none of the others that were named with it from entering. */
    private Future<Void> oneByOne(List<Confirmation> found, Throwable failure) {
        Map<String, List<Confirmation>> orders = new LinkedHashMap<>();
        found.forEach(confirmation -> orders.computeIfAbsent(
                        confirmation.key().legalEntity() + "/"
                                + confirmation.key().orderNumber(),
                        absent -> new ArrayList<>())
                .add(confirmation));
        if (BrokenOff.journalAway(failure) || orders.size() < 2) {
            return Future.failedFuture(failure);
        }
        Future<Void> all = Future.succeededFuture();
        for (List<Confirmation> one : orders.values()) {
            all = all.compose(ignored -> enter.apply(Outcome.done(new Confirmations(one, List.of())))
                    .recover(alone -> {
                        brokeOff.accept(alone);
                        return Future.succeededFuture();
                    }));
        }
        return all;
    }
}
