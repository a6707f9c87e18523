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
import io.mlconnector.ports.erp.VendorInvoices;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Reads what F&O knows besides the orders of an invoice. What an environment refuses to tell is told once and missing; what it
 * cannot tell now ends the reading, to be repeated.
 */
final class InvoiceEvidence {

    private final Engine engine;
    private final VendorInvoices invoices;

    InvoiceEvidence(Engine engine, VendorInvoices invoices) {
        this.engine = engine;
        this.invoices = invoices;
    }

    /** One reading, with what it has found so far. */
    private static final class Reading {
        private final Map<String, OrderEvidence> orders = new LinkedHashMap<>();
        private final Map<String, Problem> untold = new LinkedHashMap<>();
    }

    Future<Outcome<Evidence>> of(InvoiceToPost invoice) {
        List<String> orders = invoice.orderNumbers();
        Reading reading = new Reading();
        return ordersFrom(0, orders, invoice, reading).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<Reading>)) {
                return Future.succeededFuture(outcome.map(ignored -> new Evidence(Map.of(), List.of(), List.of())));
            }
            return told(reading, () -> invoices.others(invoice))
                    .map(others -> others.map(found -> new Evidence(
                            reading.orders,
                            found.orElse(List.<OtherInvoice>of()),
                            new ArrayList<>(reading.untold.values()))));
        });
    }

    private Future<Outcome<Reading>> ordersFrom(int at, List<String> orders, InvoiceToPost invoice, Reading reading) {
        if (at >= orders.size()) {
            return Future.succeededFuture(Outcome.done(reading));
        }
        String order = orders.get(at);
        return order(order, invoice, reading).compose(outcome -> {
            if (!(outcome instanceof Outcome.Done<OrderEvidence>(OrderEvidence found))) {
                return Future.succeededFuture(outcome.map(ignored -> reading));
            }
            reading.orders.put(order, found);
            return ordersFrom(at + 1, orders, invoice, reading);
        });
    }

    private Future<Outcome<OrderEvidence>> order(String order, InvoiceToPost invoice, Reading reading) {
        return told(reading, () -> invoices.invoiced(invoice.legalEntity(), order))
                .compose(then((Optional<List<InvoicedQuantity>> pending) -> told(
                                reading, () -> invoices.posted(invoice.legalEntity(), order))
                        .compose(then((Optional<List<InvoicedQuantity>> posted) -> told(
                                        reading, () -> invoices.received(invoice.legalEntity(), order))
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

    /** One question; empty if F&O refuses it. The same refusal is told once. */
    private <T> Future<Outcome<Optional<T>>> told(Reading reading, Question<T> question) {
        return engine.onContext(question.ask()).map(outcome -> {
            if (outcome instanceof Outcome.Refused<T>(Problem why)) {
                reading.untold.putIfAbsent(why.causeKey(), why);
                return Outcome.done(Optional.<T>empty());
            }
            return outcome.map(Optional::of);
        });
    }

    /** A question to F&O. */
    private interface Question<T> {
        CompletionStage<Outcome<T>> ask();
    }
}
