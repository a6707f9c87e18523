package io.mlconnector.dynamics.internal.present;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.ordering.ContentRevision;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.mapping.CompanyNames;
import io.mlconnector.dynamics.internal.mapping.OrderCharges;
import io.mlconnector.dynamics.internal.mapping.OrderHeaders;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Confirmed orders as F&O shows them now, for environments whose role does not show the confirmations. An order that is confirmed is
 * the revision that its content names (see {@link ContentRevision}); earlier revisions cannot be read. Lines and charges are read only
 * of orders whose header is another one than at the last look: to confirm an order anew changes its header, and with it its etag.
 */
public final class PresentOrders {

    private static final String CONFIRMED =
            "DocumentApprovalStatus eq Microsoft.Dynamics.DataEntities.VersioningDocumentState'Confirmed'";

    /** An order that is invoiced to its end is nothing to tell any more. */
    private static final String STILL_OPEN =
            "PurchaseOrderStatus ne Microsoft.Dynamics.DataEntities.PurchStatus'Invoiced'";

    /** Orders whose lines are read together. */
    private static final int TOGETHER = 20;

    private static final List<String> MODIFIED = List.of("ModifiedDateTime1", "ModifiedDateTime");

    private final ODataClient client;
    private final OrderCharges charges;
    private final NotesOfOrders notes;
    private final CompanyNames names;

    /** By legal entity and number. Changed by one look at a time. */
    private volatile Map<String, Seen> seen = Map.of();

    /** Reads through this client. */
    public PresentOrders(ODataClient client, OrderCharges charges, NotesOfOrders notes, CompanyNames names) {
        this.notes = notes;
        this.client = client;
        this.charges = charges;
        this.names = names;
    }

    /**
     * What an order was at a look.
     *
     * @param etag of its header
     * @param revision what it was then
     * @param listed whether it was told, or would have been
     * @param changed whether it has changed since it was first told: then it is told whatever its day
     */
    private record Seen(String etag, Confirmation revision, boolean listed, boolean changed) {}

    /** Header and lines of one order, read as far as they can be. */
    private record Content(JsonNode header, Outcome<PurchaseOrder> order) {}

    /** As {@link io.mlconnector.ports.erp.PurchaseOrders#confirmedSince}; the day is that of {@link #day}. */
    public Future<Outcome<Confirmations>> confirmedSince(Set<LegalEntity> legalEntities, LocalDate since) {
        Query headers = Query.of(EntitySet.ORDERS_IN_FULL)
                .in(legalEntities)
                .where(CONFIRMED)
                .where(STILL_OPEN);
        return client.all(headers)
                .compose(outcome -> outcome instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> rows)
                        ? looked(rows, since)
                        : Future.succeededFuture(outcome.map(none -> Confirmations.NONE)));
    }

    private Future<Outcome<Confirmations>> looked(List<JsonNode> rows, LocalDate since) {
        Map<String, Seen> before = seen;
        List<JsonNode> others = rows.stream()
                .filter(row -> {
                    Seen known = before.get(name(row));
                    return known == null || etag(row).isEmpty() || !known.etag().equals(etag(row));
                })
                .toList();
        return contents(others)
                .map(outcome -> outcome.map(read -> {
                    Map<String, Seen> now = new HashMap<>();
                    rows.forEach(row -> {
                        Seen known = before.get(name(row));
                        if (known != null) {
                            now.put(name(row), known);
                        }
                    });
                    List<Confirmations.UnreadableRow> unreadable = new ArrayList<>();
                    for (Content content : read) {
                        String name = name(content.header());
                        revision(content)
                                .ifPresentOrElse(
                                        revision -> now.put(
                                                name,
                                                seen(
                                                        Optional.ofNullable(before.get(name)),
                                                        content.header(),
                                                        revision)),
                                        () -> {
                                            now.remove(name);
                                            unreadable(content).ifPresent(unreadable::add);
                                        });
                    }
                    List<Confirmation> told = new ArrayList<>();
                    now.replaceAll((name, one) -> {
                        boolean tells = one.changed() || !one.revision().date().isBefore(since);
                        if (tells) {
                            told.add(one.revision());
                        }
                        return new Seen(one.etag(), one.revision(), one.listed() || tells, one.changed());
                    });
                    seen = now;
                    told.sort(Comparator.comparing(Confirmation::date)
                            .thenComparing(one -> one.key().legalEntity())
                            .thenComparing(one -> one.key().orderNumber()));
                    return new Confirmations(told, unreadable);
                }));
    }

    private static Seen seen(Optional<Seen> before, JsonNode header, Confirmation revision) {
        boolean listed = before.map(Seen::listed).orElse(false);
        boolean changed = before.map(known ->
                        known.changed() || (listed && !known.revision().key().equals(revision.key())))
                .orElse(false);
        return new Seen(etag(header), revision, listed, changed);
    }

    /** The present revision of an order; none while it is not confirmed. */
    public Future<Outcome<List<Confirmation>>> confirmationsOf(LegalEntity legalEntity, String orderNumber) {
        return client.all(of(legalEntity, orderNumber).where(CONFIRMED))
                .compose(outcome -> outcome instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> rows)
                        ? contents(rows)
                        : Future.succeededFuture(outcome.map(none -> List.<Content>of())))
                .map(outcome -> outcome.then(contents -> {
                    List<Confirmation> revisions = new ArrayList<>();
                    for (Content content : contents) {
                        if (!(content.order() instanceof Outcome.Done<PurchaseOrder>)) {
                            return content.order().map(order -> List.of());
                        }
                        revision(content).ifPresent(revisions::add);
                    }
                    return Outcome.done(revisions);
                }));
    }

    /**
     * The order as it is, if it is confirmed.
     *
     * @param key names the revision; that of another kind than {@link ContentRevision} is taken for the present one, because nothing
     *     tells whether it is
     */
    public Future<Outcome<PurchaseOrder>> read(OrderKey key) {
        return client.all(of(key.legalEntity(), key.orderNumber()))
                .compose(outcome -> outcome instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> rows)
                        ? rows.isEmpty() ? Future.succeededFuture(notFound(key)) : present(key, rows.get(0))
                        : Future.succeededFuture(outcome.then(none -> notFound(key))));
    }

    private Future<Outcome<PurchaseOrder>> present(OrderKey key, JsonNode header) {
        String status = header.path("DocumentApprovalStatus").asText("");
        if (!status.equalsIgnoreCase("Confirmed") && !status.equalsIgnoreCase("Finalized")) {
            return Future.succeededFuture(Outcome.notNow(Problem.of(
                    ProblemCode.ORDER_NOT_CONFIRMED,
                    key.toString(),
                    "Order " + key.orderNumber() + " of " + key.legalEntity() + " has status " + status
                            + " in F&O: it is being changed, and F&O shows nothing of what was confirmed before."
                            + " It is read again later. Confirm it in F&O, or discard this document.")));
        }
        return contents(List.of(header))
                .map(outcome ->
                        outcome.then(contents -> contents.get(0).order()).then(order -> of(key, order)))
                .compose(outcome -> outcome instanceof Outcome.Done<PurchaseOrder>(PurchaseOrder order)
                        ? names.of(key.legalEntity())
                                .map(name ->
                                        Outcome.done(order.with(order.details().boughtBy(name))))
                        : Future.succeededFuture(outcome));
    }

    private static Outcome<PurchaseOrder> of(OrderKey key, PurchaseOrder order) {
        String content = order.key().confirmationNumber();
        if (ContentRevision.is(key.confirmationNumber())
                && !ContentRevision.sameContent(key.confirmationNumber(), content)) {
            return Outcome.refused(Problem.of(
                    ProblemCode.ORDER_CHANGED,
                    key.toString(),
                    "Order " + key.orderNumber() + " of " + key.legalEntity()
                            + " was changed and confirmed again before it was read: what it says now is revision "
                            + content + ", which is told instead."));
        }
        return Outcome.done(order.as(key));
    }

    private static Outcome<PurchaseOrder> notFound(OrderKey key) {
        return Outcome.refused(Problem.of(
                ProblemCode.ORDER_NOT_FOUND,
                key.toString(),
                "F&O has no order " + key.orderNumber() + " in " + key.legalEntity()
                        + ". Check the order in F&O; then replay or discard the document."));
    }

    private static Query of(LegalEntity legalEntity, String orderNumber) {
        return Query.of(EntitySet.ORDERS_IN_FULL).in(Set.of(legalEntity)).where("PurchaseOrderNumber", orderNumber);
    }

    /** With lines and charges, several at once. */
    private Future<Outcome<List<Content>>> contents(List<JsonNode> headers) {
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
                .flatMap(content -> done(content.order()).stream())
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
                                done(content.order()).isPresent()
                                        ? new Content(
                                                content.header(),
                                                charged.get(at++).map(PresentOrders::named))
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

    private static Optional<Confirmation> revision(Content content) {
        return done(content.order())
                .map(order -> new Confirmation(
                        order.key(),
                        order.vendor(),
                        order.confirmationDate(),
                        OrderKind.of(
                                text(content.header(), "PurchaseType").isEmpty()
                                        ? text(content.header(), "PurchaseOrderType")
                                        : text(content.header(), "PurchaseType")),
                        Hashes.of(order.key().confirmationNumber())));
    }

    private static Optional<PurchaseOrder> done(Outcome<PurchaseOrder> outcome) {
        return outcome instanceof Outcome.Done<PurchaseOrder>(PurchaseOrder order)
                ? Optional.of(order)
                : Optional.empty();
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

    /** An order without lines is not complete yet; a refusal names the row. */
    private static Optional<Confirmations.UnreadableRow> unreadable(Content content) {
        return content.order() instanceof Outcome.Refused<PurchaseOrder>(Problem why)
                ? Optional.of(new Confirmations.UnreadableRow(
                        Hashes.of(content.header().toString().getBytes(StandardCharsets.UTF_8))
                                .hex(),
                        text(content.header(), "dataAreaId"),
                        text(content.header(), "PurchaseOrderNumber"),
                        "",
                        why))
                : Optional.empty();
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

    private static String etag(JsonNode row) {
        return row.path("@odata.etag").asText("");
    }

    private static String name(JsonNode row) {
        return (text(row, "dataAreaId") + "/" + text(row, "PurchaseOrderNumber")).toLowerCase(Locale.ROOT);
    }

    private static String text(JsonNode row, String property) {
        JsonNode value = row.path(property);
        return value.isNull() ? "" : value.asText("").stripTrailing();
    }
}
