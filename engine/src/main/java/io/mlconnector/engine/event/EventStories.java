package io.mlconnector.engine.event;

import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Stage;
import io.mlconnector.engine.Engine;
import io.mlconnector.engine.loop.Signals;
import io.mlconnector.ports.erp.BusinessEvent;
import io.mlconnector.ports.journal.Criterion;
import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.ports.journal.document.Direction;
import io.mlconnector.ports.journal.document.DocumentRecord;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes what F&O tells of our documents after we are done with them into their histories: an invoice was posted, the goods of an
 * order were received. For people only; nothing is decided by it.
 */
final class EventStories {

    private final Engine engine;

    EventStories(Engine engine) {
        this.engine = engine;
    }

    /** Tells it with the document that it is about, if there is one. */
    Future<Void> tell(String connection, BusinessEvent event) {
        return switch (event) {
            case BusinessEvent.InvoicePosted posted -> posted(connection, posted);
            case BusinessEvent.ProductsReceived received -> received(connection, received);
            case BusinessEvent.OrderConfirmed ignored -> Future.succeededFuture();
            case BusinessEvent.Other ignored -> Future.succeededFuture();
        };
    }

    /** The one invoice of this number that we created; two vendors may use the same number, then the event tells too little. */
    private Future<Void> posted(String connection, BusinessEvent.InvoicePosted event) {
        return engine.onContext(engine.journal()
                        .list(named(connection, event.legalEntity().id(), event.invoiceNumber())
                                .where(new Criterion.Going(Direction.INBOUND), new Criterion.AtStage(Stage.POSTED))))
                .map(found -> found.stream()
                        .filter(document -> document.keys().invoiceNumber().equalsIgnoreCase(event.invoiceNumber()))
                        .toList())
                .compose(found -> found.size() == 1
                        ? note(
                                found.get(0).id(),
                                "posted-in-erp",
                                "F&O tells that invoice " + event.invoiceNumber() + " was posted"
                                        + event.voucher()
                                                .map(voucher -> " with voucher " + voucher)
                                                .orElse(""),
                                details(event, event.voucher().map(voucher -> Map.entry("voucher", voucher))))
                        : Future.succeededFuture());
    }

    /** The revision of the order that went out last. */
    private Future<Void> received(String connection, BusinessEvent.ProductsReceived event) {
        return engine.onContext(engine.journal()
                        .list(named(connection, event.legalEntity().id(), event.orderNumber())
                                .where(
                                        new Criterion.Going(Direction.OUTBOUND),
                                        new Criterion.AtStage(Stage.DELIVERED))))
                .map(found -> found.stream()
                        .filter(document -> document.keys().orderNumber().equalsIgnoreCase(event.orderNumber()))
                        .filter(document ->
                                !document.keys().confirmationNumber().isEmpty())
                        .findFirst())
                .compose(found -> found.map(DocumentRecord::id)
                        .map(id -> note(
                                id,
                                "received-in-erp",
                                "F&O tells that goods of order " + event.orderNumber() + " were received"
                                        + event.receiptNumber()
                                                .map(receipt -> " with product receipt " + receipt)
                                                .orElse(""),
                                details(event, event.receiptNumber().map(receipt -> Map.entry("receipt", receipt)))))
                        .orElse(Future.succeededFuture()));
    }

    private static DocumentFilter named(String connection, String legalEntity, String number) {
        return new DocumentFilter(
                List.of(
                        new Criterion.OfConnection(connection),
                        new Criterion.OfLegalEntity(legalEntity),
                        new Criterion.Mentioning(number)),
                DocumentFilter.LARGEST_LIMIT,
                Optional.empty());
    }

    private static Map<String, String> details(BusinessEvent event, Optional<Map.Entry<String, String>> more) {
        Map<String, String> details = new TreeMap<>();
        details.put("eventId", event.eventId());
        more.ifPresent(entry -> details.put(entry.getKey(), entry.getValue()));
        return details;
    }

    private Future<Void> note(DocumentId id, String what, String message, Map<String, String> details) {
        return engine.onContext(engine.journal()
                        .note(
                                id,
                                HistoryEntry.entry(engine.clock().instant(), what, message, details),
                                List.of(),
                                Optional.empty()))
                .onSuccess(ignored -> engine.loop().signal(Signals.CHANGED, id.text()));
    }
}
