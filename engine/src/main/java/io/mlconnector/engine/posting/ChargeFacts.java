package io.mlconnector.engine.posting;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.TradingPartner;
import io.mlconnector.domain.agreement.charging.ChargeTable;
import io.mlconnector.domain.alignment.InvoiceAlignment;
import io.mlconnector.domain.invoicing.InvoiceExamination.Evidence;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.charging.comparison.ChargeEvidence;
import io.mlconnector.domain.invoicing.charging.comparison.ChargesOfOrder;
import io.mlconnector.domain.invoicing.charging.comparison.EarlierCharges;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.Connection;
import io.mlconnector.engine.Engine;
import io.mlconnector.ports.erp.InvoiceReadings;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.order.OrderReference;
import io.mlconnector.ports.journal.payload.Payload;
import io.mlconnector.ports.stored.ReceivedSet;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is known of the charges of an invoice's orders: those that F&O has of them, and those that earlier invoices stated. */
final class ChargeFacts {

    /** Documents about one order that are looked at; of more it is said that not all are counted. */
    private static final int MOST = 200;

    /** Orders of which is asked at the same time. */
    private static final int AT_ONCE = 25;

    private final Engine engine;
    private final Connection connection;
    private final InvoiceReadings invoices;
    private final TradingPartner partner;

    ChargeFacts(Engine engine, Connection connection, InvoiceReadings invoices, TradingPartner partner) {
        this.engine = engine;
        this.connection = connection;
        this.invoices = invoices;
        this.partner = partner;
    }

    /** Adds them to what else is known of the orders of the invoice. */
    Future<Outcome<Evidence>> add(Evidence evidence, InvoiceToPost invoice) {
        List<String> orders = invoice.orderNumbers();
        return carried(orders, 0, invoice, new Carried(Map.of(), Optional.empty()))
                .compose(carried -> {
                    if (!(carried instanceof Outcome.Done<Carried>(Carried known))) {
                        return Future.succeededFuture(carried.map(ignored -> evidence));
                    }
                    Evidence told = known.refused().map(evidence::refused).orElse(evidence);
                    return earlier(orders, invoice)
                            .map(earlier -> Outcome.done(told.charged(
                                    new ChargeEvidence(known.orders(), earlier.charges(), earlier.all()))));
                });
    }

    private record Carried(Map<String, ChargesOfOrder> orders, Optional<Problem> refused) {}

    private record Earlier(List<EarlierCharges> charges, boolean all) {}

    /** What F&O refuses to tell is told once and missing. */
    private Future<Outcome<Carried>> carried(List<String> orders, int at, InvoiceToPost invoice, Carried before) {
        if (at >= orders.size()) {
            return Future.succeededFuture(Outcome.done(before));
        }
        int to = Math.min(orders.size(), at + AT_ONCE);
        Map<String, Future<Outcome<ChargesOfOrder>>> asked = new LinkedHashMap<>();
        orders.subList(at, to)
                .forEach(order -> asked.put(order, engine.onContext(invoices.charges(invoice.legalEntity(), order))));
        return Future.join(List.copyOf(asked.values())).compose(answered -> {
            Map<String, ChargesOfOrder> known = new LinkedHashMap<>(before.orders());
            Optional<Problem> refused = before.refused();
            for (Map.Entry<String, Future<Outcome<ChargesOfOrder>>> one : asked.entrySet()) {
                Outcome<ChargesOfOrder> outcome = one.getValue().result();
                if (outcome instanceof Outcome.Done<ChargesOfOrder>(ChargesOfOrder charges)) {
                    known.put(one.getKey(), charges);
                } else if (outcome instanceof Outcome.Refused<ChargesOfOrder>(Problem why)) {
                    refused = Optional.of(why);
                } else {
                    return Future.succeededFuture(outcome.map(ignored -> before));
                }
            }
            return carried(orders, to, invoice, new Carried(known, refused));
        });
    }

    private Future<Earlier> earlier(List<String> orders, InvoiceToPost invoice) {
        Future<Map<String, DocumentRecord>> all = Future.succeededFuture(new LinkedHashMap<>());
        boolean[] whole = {true};
        for (String order : orders) {
            all = all.compose(found -> engine.onContext(
                            engine.journal().aboutOrder(new OrderReference(connection.id(), order), MOST))
                    .map(documents -> {
                        whole[0] &= documents.stream()
                                        .filter(document -> document.direction() == Direction.INBOUND)
                                        .count()
                                < MOST;
                        documents.stream()
                                .filter(document -> counts(document, invoice))
                                .forEach(document -> found.put(document.id().text(), document));
                        return found;
                    }));
        }
        return all.compose(documents -> {
                    Future<List<EarlierCharges>> charges = Future.succeededFuture(new ArrayList<>());
                    for (DocumentRecord document : documents.values()) {
                        charges = charges.compose(
                                found -> charged(document, invoice).map(one -> {
                                    one.ifPresent(found::add);
                                    return found;
                                }));
                    }
                    return charges;
                })
                .map(charges -> {
                    invoices.coming().stream()
                            .filter(coming -> coming.legalEntity().equals(invoice.legalEntity())
                                    && !coming.mark().equals(invoice.mark())
                                    && coming.orderNumbers().stream().anyMatch(orders::contains))
                            .forEach(coming -> charges.add(coming(coming)));
                    return new Earlier(charges, whole[0]);
                });
    }

    /** What is in F&O, or may be. */
    private static boolean counts(DocumentRecord document, InvoiceToPost invoice) {
        return document.direction() == Direction.INBOUND
                && document.keys().legalEntity().equals(invoice.legalEntity().id())
                && !document.id().text().equals(invoice.mark())
                && document.condition() != Condition.DISCARDED
                && document.state().progress() instanceof InvoiceState
                && document.state().mayHaveWritten();
    }

    private Future<Optional<EarlierCharges>> charged(DocumentRecord document, InvoiceToPost invoice) {
        ChargeTable table = partnerOf(document)
                .invoices()
                .map(InvoiceAgreement::charges)
                .orElse(ChargeTable.NONE)
                .in(invoice.legalEntity());
        boolean certain =
                document.state() instanceof InvoiceState.Posted || document.state() instanceof InvoiceState.FollowUp;
        return document.content()
                .map(hash -> engine.onContext(engine.journal().payload(hash)))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .map(payload -> payload.filter(found -> found.mediaType().equals(Payload.JSON))
                        .map(found -> engine.storedForm().readSet(found.bytes()))
                        .flatMap(ReceivedSet::invoice)
                        .map(read -> EarlierCharges.of(read, InvoiceAlignment.orderNumbers(read), table, certain)));
    }

    /** Another partner may have billed the same order by a table of its own. */
    private TradingPartner partnerOf(DocumentRecord document) {
        return connection.partners().all().stream()
                .filter(one -> one.id().id().equals(document.partner()))
                .findFirst()
                .orElse(partner);
    }

    private static EarlierCharges coming(InvoiceToPost invoice) {
        Map<String, BigDecimal> amounts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        invoice.charges().forEach(charge -> amounts.merge(charge.chargesCode(), charge.amount(), BigDecimal::add));
        return new EarlierCharges(invoice.number(), Set.copyOf(invoice.orderNumbers()), amounts, true);
    }
}
