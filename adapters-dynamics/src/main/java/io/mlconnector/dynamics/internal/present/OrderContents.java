package io.mlconnector.dynamics.internal.present;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.ordering.ContentRevision;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.mapping.OrderCharges;
import io.mlconnector.dynamics.internal.mapping.OrderHeaders;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads confirmed orders as they are now, each whole: header, lines, notes and charges. */
final class OrderContents {

    /** Orders whose lines are read together. */
    private static final int TOGETHER = 20;

    private static final List<String> MODIFIED = List.of("ModifiedDateTime1", "ModifiedDateTime");

    private final ODataClient client;
    private final OrderCharges charges;
    private final NotesOfOrders notes;

    OrderContents(ODataClient client, OrderCharges charges, NotesOfOrders notes) {
        this.client = client;
        this.charges = charges;
        this.notes = notes;
    }

    /** Header and lines of one order, read as far as they can be. */
    record Content(JsonNode header, Outcome<PurchaseOrder> order) {

        Optional<PurchaseOrder> readable() {
            return order instanceof Outcome.Done<PurchaseOrder>(PurchaseOrder read)
                    ? Optional.of(read)
                    : Optional.empty();
        }
    }

    /** With lines and charges, several at once. */
    Future<Outcome<List<Content>>> of(List<JsonNode> headers) {
        Map<String, List<JsonNode>> byLegalEntity = new LinkedHashMap<>();
        headers.forEach(header -> byLegalEntity
                .computeIfAbsent(header.path("dataAreaId").asText("").toLowerCase(Locale.ROOT), id -> new ArrayList<>())
                .add(header));
        Future<Outcome<List<Content>>> all = Future.succeededFuture(Outcome.done(List.of()));
        for (List<JsonNode> ofOne : byLegalEntity.values()) {
            for (int from = 0; from < ofOne.size(); from += TOGETHER) {
                List<JsonNode> some = ofOne.subList(from, Math.min(from + TOGETHER, ofOne.size()));
                all = all.compose(before -> before instanceof Outcome.Done<List<Content>>(List<Content> done)
                        ? together(some)
                                .map(next -> next.map(more -> {
                                    List<Content> both = new ArrayList<>(done);
                                    both.addAll(more);
                                    return both;
                                }))
                        : Future.succeededFuture(before));
            }
        }
        return all;
    }

    private Future<Outcome<List<Content>>> together(List<JsonNode> headers) {
        LegalEntity legalEntity;
        try {
            legalEntity = new LegalEntity(headers.get(0).path("dataAreaId").asText(""));
        } catch (IllegalArgumentException e) {
            return Future.succeededFuture(Outcome.done(headers.stream()
                    .map(header -> new Content(header, unreadable(header, String.valueOf(e.getMessage()))))
                    .toList()));
        }
        Query lines = Query.of(EntitySet.ORDER_LINES)
                .in(Set.of(legalEntity))
                .whereAny(
                        "PurchaseOrderNumber",
                        headers.stream()
                                .map(header ->
                                        header.path("PurchaseOrderNumber").asText(""))
                                .toList());
        if (headers.size() > 1 && lines.uri().length() > client.longestAddress()) {
            return inHalves(headers);
        }
        return client.all(lines).compose(outcome -> switch (outcome) {
            case Outcome.Done<List<JsonNode>>(List<JsonNode> found) -> charged(legalEntity, headers, found);
            // One row that F&O cannot show, or an address that is too long, keeps no other order from being read.
            case Outcome.Refused<List<JsonNode>> refused
            when headers.size() > 1 -> {
                client.refusedAddress(lines.uri());
                yield inHalves(headers);
            }
            case Outcome.Refused<List<JsonNode>>(Problem why) ->
                Future.succeededFuture(Outcome.done(List.of(new Content(headers.get(0), Outcome.refused(why)))));
            default -> Future.succeededFuture(outcome.map(none -> List.of()));
        });
    }

    private Future<Outcome<List<Content>>> inHalves(List<JsonNode> headers) {
        int middle = headers.size() / 2;
        return together(headers.subList(0, middle))
                .compose(first -> first instanceof Outcome.Done<List<Content>>(List<Content> done)
                        ? together(headers.subList(middle, headers.size()))
                                .map(second -> second.map(more -> {
                                    List<Content> both = new ArrayList<>(done);
                                    both.addAll(more);
                                    return both;
                                }))
                        : Future.succeededFuture(first));
    }

    private Future<Outcome<List<Content>>> charged(
            LegalEntity legalEntity, List<JsonNode> headers, List<JsonNode> lines) {
        List<Content> contents =
                headers.stream().map(header -> content(header, lines)).toList();
        List<PurchaseOrder> readable = contents.stream()
                .flatMap(content -> content.readable().stream())
                .toList();
        if (readable.isEmpty()) {
            return Future.succeededFuture(Outcome.done(contents));
        }
        return notes.add(legalEntity, readable)
                .compose(noted -> noted instanceof Outcome.Done<List<PurchaseOrder>>(List<PurchaseOrder> all)
                        ? charges.add(legalEntity, all)
                        : Future.succeededFuture(noted.map(none -> List.of())))
                .map(outcome -> outcome.map(charged -> {
                    List<Content> all = new ArrayList<>();
                    int at = 0;
                    for (Content content : contents) {
                        all.add(
                                content.readable().isPresent()
                                        ? new Content(
                                                content.header(),
                                                charged.get(at++).map(OrderContents::named))
                                        : content);
                    }
                    return all;
                }));
    }

    private static Content content(JsonNode header, List<JsonNode> lines) {
        String number = text(header, "PurchaseOrderNumber");
        List<JsonNode> own = lines.stream()
                .filter(line -> text(line, "PurchaseOrderNumber").equalsIgnoreCase(number))
                .toList();
        try {
            LegalEntity legalEntity = new LegalEntity(text(header, "dataAreaId"));
            // Its number is that of its content, which is known when it was read.
            OrderKey key = new OrderKey(legalEntity, number, "-");
            Optional<LocalDate> day = day(header);
            if (day.isEmpty()) {
                return new Content(header, unreadable(header, "AccountingDate is missing"));
            }
            if (own.isEmpty()) {
                return new Content(header, noLines(key));
            }
            return new Content(header, OrderHeaders.order(key, EntitySet.ORDERS_IN_FULL, header, day.get(), own));
        } catch (IllegalArgumentException e) {
            return new Content(header, unreadable(header, String.valueOf(e.getMessage())));
        }
    }

    private static PurchaseOrder named(PurchaseOrder order) {
        return order.as(new OrderKey(order.key().legalEntity(), order.key().orderNumber(), ContentRevision.of(order)));
    }

    /**
     * The day on which it was confirmed, as far as F&O tells: the standard entity has no such day, so that it is the day of the last
     * change where the tenant has added one, else the accounting date.
     */
    private static Optional<LocalDate> day(JsonNode header) {
        for (String property : MODIFIED) {
            Optional<LocalDate> modified = day(header, property);
            if (modified.isPresent()) {
                return modified;
            }
        }
        return day(header, "AccountingDate");
    }

    private static Optional<LocalDate> day(JsonNode row, String property) {
        String text = text(row, property);
        try {
            return text.length() < 10 || text.startsWith("1900-01-01")
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Outcome<PurchaseOrder> unreadable(JsonNode header, String why) {
        String order = text(header, "PurchaseOrderNumber");
        return Outcome.refused(Problem.of(
                ProblemCode.ROW_UNREADABLE,
                EntitySet.ORDERS_IN_FULL.text() + ":" + order,
                "F&O lists a confirmed order" + (order.isEmpty() ? "" : " " + order) + " that cannot be used: " + why
                        + ". Correct the row in F&O: one of the next polls takes the order. Then discard this"
                        + " document."));
    }

    private static Outcome<PurchaseOrder> noLines(OrderKey key) {
        return Outcome.notNow(Problem.of(
                ProblemCode.ORDER_WITHOUT_LINES,
                key.toString(),
                "F&O shows no lines of order " + key.orderNumber() + " in " + key.legalEntity()
                        + ". Nothing was sent. Check the order in F&O and replay this document."));
    }

    static String text(JsonNode row, String property) {
        JsonNode value = row.path(property);
        return value.isNull() ? "" : value.asText("").stripTrailing();
    }
}
