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
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

    private final ODataClient client;
    private final OrderContents contents;
    private final CompanyNames names;

    /** By legal entity and number. Changed by one look at a time. */
    private volatile Map<String, Seen> seen = Map.of();

    /** Reads through this client. */
    public PresentOrders(ODataClient client, OrderCharges charges, NotesOfOrders notes, CompanyNames names) {
        this.client = client;
        this.contents = new OrderContents(client, charges, notes);
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

    /** As {@link io.mlconnector.ports.erp.PurchaseOrders#confirmedSince}; the day is the one that the order has here, see {@link OrderContents}. */
    public Future<Outcome<Confirmations>> confirmedSince(Set<LegalEntity> legalEntities, LocalDate since) {
        Query headers = Query.of(EntitySet.ORDERS_IN_FULL)
                .in(legalEntities)
                .where(CONFIRMED)
                .where(STILL_OPEN);
        return client.all(headers)
                .compose(outcome -> outcome instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> rows)
                        ? looked(legalEntities, rows, since)
                        : Future.succeededFuture(outcome.map(none -> Confirmations.NONE)));
    }

    private Future<Outcome<Confirmations>> looked(
            Set<LegalEntity> legalEntities, List<JsonNode> rows, LocalDate since) {
        Map<String, Seen> before = seen;
        List<JsonNode> others = rows.stream()
                .filter(row -> {
                    Seen known = before.get(name(row));
                    return known == null || etag(row).isEmpty() || !known.etag().equals(etag(row));
                })
                .toList();
        return contents.of(others)
                .map(outcome -> outcome.map(read -> {
                    Map<String, Seen> now = new HashMap<>();
                    rows.forEach(row -> {
                        Seen known = before.get(name(row));
                        if (known != null) {
                            now.put(name(row), known);
                        }
                    });
                    List<Confirmations.UnreadableRow> unreadable = new ArrayList<>();
                    for (OrderContents.Content content : read) {
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
                    // A look at some legal entities says nothing of the others.
                    before.forEach((name, one) -> {
                        if (!legalEntities.contains(one.revision().key().legalEntity())) {
                            now.put(name, one);
                        }
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
                        ? contents.of(rows)
                        : Future.succeededFuture(outcome.map(none -> List.<OrderContents.Content>of())))
                .map(outcome -> outcome.then(contents -> {
                    List<Confirmation> revisions = new ArrayList<>();
                    for (OrderContents.Content content : contents) {
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
        return contents.of(List.of(header))
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

    private static Optional<Confirmation> revision(OrderContents.Content content) {
        return content.readable()
                .map(order -> new Confirmation(
                        order.key(),
                        order.vendor(),
                        order.confirmationDate(),
                        OrderKind.of(
                                OrderContents.text(content.header(), "PurchaseType")
                                                .isEmpty()
                                        ? OrderContents.text(content.header(), "PurchaseOrderType")
                                        : OrderContents.text(content.header(), "PurchaseType")),
                        Hashes.of(order.key().confirmationNumber())));
    }

    /** An order without lines is not complete yet; a refusal names the row. */
    private static Optional<Confirmations.UnreadableRow> unreadable(OrderContents.Content content) {
        return content.order() instanceof Outcome.Refused<PurchaseOrder>(Problem why)
                ? Optional.of(new Confirmations.UnreadableRow(
                        Hashes.of(content.header().toString().getBytes(StandardCharsets.UTF_8))
                                .hex(),
                        OrderContents.text(content.header(), "dataAreaId"),
                        OrderContents.text(content.header(), "PurchaseOrderNumber"),
                        "",
                        why))
                : Optional.empty();
    }

    private static String etag(JsonNode row) {
        return row.path("@odata.etag").asText("");
    }

    private static String name(JsonNode row) {
        return (OrderContents.text(row, "dataAreaId") + "/" + OrderContents.text(row, "PurchaseOrderNumber"))
                .toLowerCase(Locale.ROOT);
    }
}
