package io.mlconnector.engine.posting;

import io.mlconnector.domain.invoicing.InvoiceExamination.Evidence;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.InvoicedQuantity;
import io.mlconnector.domain.invoicing.OrderEvidence;
import io.mlconnector.domain.invoicing.document.OtherInvoice;
import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.erp.InvoiceReadings;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what F&O knows besides the orders of an invoice. What an environment refuses to tell is told once and missing; what it
 * cannot tell now ends the reading, to be repeated.
 */
final class InvoiceEvidence {

    /** Orders of which is asked at the same time. */
    private static final int AT_ONCE = 25;

    private final Engine engine;
    private final InvoiceReadings invoices;

    InvoiceEvidence(Engine engine, InvoiceReadings invoices) {
        this.engine = engine;
        this.invoices = invoices;
    }

    /** One reading, with what it has found so far. */
    private static final class Reading {
        private final Map<String, OrderEvidence> orders = new LinkedHashMap<>();
        private final Map<String, Problem> untold = new LinkedHashMap<>();
    }

    Future<Outcome<Evidence>> of(InvoiceToPost invoice) {
        Reading reading = new Reading();
        Future<Outcome<List<OtherInvoice>>> others = engine.onContext(invoices.others(invoice));
        return ordersFrom(0, invoice.orderNumbers(), invoice, reading).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Reading>)) {
                return Future.succeededFuture(outcome.map(ignored -> new Evidence(Map.of(), List.of(), List.of())));
            }
            return told(reading, others)
                    .map(found -> found.map(more -> new Evidence(
                            reading.orders,
                            more.orElse(List.<OtherInvoice>of()),
                            new ArrayList<>(reading.untold.values()))));
        });
    }

    private Future<Outcome<Reading>> ordersFrom(int at, List<String> orders, InvoiceToPost invoice, Reading reading) {
        if (at >= orders.size()) {
            return Future.succeededFuture(Outcome.done(reading));
        }
        int to = Math.min(orders.size(), at + AT_ONCE);
        Map<String, Future<Outcome<OrderEvidence>>> asked = new LinkedHashMap<>();
        orders.subList(at, to).forEach(order -> asked.put(order, order(order, invoice, reading)));
        return Future.join(List.copyOf(asked.values())).compose(answered -> {
            for (Map.Entry<String, Future<Outcome<OrderEvidence>>> one : asked.entrySet()) {
                Outcome<OrderEvidence> outcome = one.getValue().result();
                if (!(outcome instanceof Outcome.Done<OrderEvidence>(OrderEvidence found))) {
                    return Future.succeededFuture(outcome.map(ignored -> reading));
                }
                reading.orders.put(one.getKey(), found);
            }
            return ordersFrom(to, orders, invoice, reading);
        });
    }

    /** All three are asked at the same time. */
    private Future<Outcome<OrderEvidence>> order(String order, InvoiceToPost invoice, Reading reading) {
        Future<Outcome<List<InvoicedQuantity>>> pendings =
                engine.onContext(invoices.invoiced(invoice.legalEntity(), order));
        Future<Outcome<List<InvoicedQuantity>>> posteds =
                engine.onContext(invoices.posted(invoice.legalEntity(), order));
        Future<Outcome<List<ReceivedQuantity>>> receiveds =
                engine.onContext(invoices.received(invoice.legalEntity(), order));
        return told(reading, pendings)
                .compose(then((Optional<List<InvoicedQuantity>> pending) -> told(reading, posteds)
                        .compose(then((Optional<List<InvoicedQuantity>> posted) -> told(reading, receiveds)
                                .map(outcome -> outcome.map((Optional<List<ReceivedQuantity>> received) ->
                                        new OrderEvidence(pending, posted, received)))))));
    }

    /** Goes on with what was told. */
    private static <T, R> Function<Outcome<T>, Future<Outcome<R>>> then(Function<T, Future<Outcome<R>>> next) {
        return outcome -> switch (outcome) {
            case Outcome.Done<T>(T value) -> next.apply(value);
            case Outcome.Refused<T>(Problem why) -> Future.succeededFuture(new Outcome.Refused<>(why));
            case Outcome.NotNow<T>(Problem why, var retryAfter) ->
                Future.succeededFuture(new Outcome.NotNow<>(why, retryAfter));
            case Outcome.Unknown<T>(Problem why) -> Future.succeededFuture(new Outcome.Unknown<>(why));
        };
    }

    /** One answer; empty if F&O refuses it. The same refusal is told once. */
    private static <T> Future<Outcome<Optional<T>>> told(Reading reading, Future<Outcome<T>> asked) {
        return asked.map(outcome -> {
            if (outcome instanceof Outcome.Refused<T>(Problem why)) {
                reading.untold.putIfAbsent(why.causeKey(), why);
                return Outcome.done(Optional.<T>empty());
            }
            return outcome.map(Optional::of);
        });
    }
}
