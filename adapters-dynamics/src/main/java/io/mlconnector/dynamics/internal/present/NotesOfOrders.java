package io.mlconnector.dynamics.internal.present;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.dynamics.options.OrderNotes;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/**
 * Adds the notes that are attached to orders and their lines: document attachments of the type Note that are not for internal use. They
 * are those of the order as it is, since F&O keeps none with a confirmation. An order whose notes cannot be read waits: nobody would
 * see that something is missing.
 */
public final class NotesOfOrders {

    private final ODataClient client;
    private final OrderNotes agreed;

    /** Reads through this client. */
    public NotesOfOrders(ODataClient client, OrderNotes agreed) {
        this.client = client;
        this.agreed = agreed;
    }

    /**
     * The orders with their notes.
     *
     * @param orders of one legal entity; not empty
     * @return each in its place
     */
    public Future<Outcome<List<PurchaseOrder>>> add(LegalEntity legalEntity, List<PurchaseOrder> orders) {
        if (agreed == OrderNotes.NONE) {
            return Future.succeededFuture(Outcome.done(orders));
        }
        return client.all(of(EntitySet.ORDER_NOTES, legalEntity, orders)).compose(ofHeaders -> {
            if (!(ofHeaders instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> headers))) {
                return Future.succeededFuture(ofHeaders.map(none -> orders));
            }
            return agreed == OrderNotes.HEADER
                    ? Future.succeededFuture(Outcome.done(noted(orders, headers, List.of())))
                    : client.all(of(EntitySet.ORDER_LINE_NOTES, legalEntity, orders))
                            .map(ofLines -> ofLines.map(lines -> noted(orders, headers, lines)));
        });
    }

    private static Query of(EntitySet set, LegalEntity legalEntity, List<PurchaseOrder> orders) {
        return Query.of(set)
                .in(Set.of(legalEntity))
                .whereAny(
                        "PurchaseOrderNumber",
                        orders.stream().map(order -> order.key().orderNumber()).toList());
    }

    private static List<PurchaseOrder> noted(List<PurchaseOrder> orders, List<JsonNode> headers, List<JsonNode> lines) {
        return orders.stream()
                .map(order -> order.having(
                        order.lines().stream()
                                .map(line -> line.with(line.details()
                                        .noted(texts(
                                                order,
                                                lines.stream()
                                                        .filter(row -> lineOf(row) == line.number())
                                                        .toList()))))
                                .toList(),
                        order.details().noted(texts(order, headers))))
                .toList();
    }

    private static List<String> texts(PurchaseOrder order, List<JsonNode> rows) {
        return rows.stream()
                .filter(row -> text(row, "PurchaseOrderNumber")
                        .equalsIgnoreCase(order.key().orderNumber()))
                .filter(NotesOfOrders::isForTheVendor)
                .map(row -> text(row, "Notes").isBlank() ? text(row, "AttachmentDescription") : text(row, "Notes"))
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .toList();
    }

    /** Where F&O does not tell the type or the restriction, there is none. */
    private static boolean isForTheVendor(JsonNode row) {
        String type = text(row, "DocumentAttachmentTypeCode");
        return (type.isEmpty() || type.equalsIgnoreCase("Note"))
                && !text(row, "AccessRestriction").equalsIgnoreCase("Internal");
    }

    private static long lineOf(JsonNode row) {
        return row.path(row.hasNonNull("PurchaseOrderLineNumber") ? "PurchaseOrderLineNumber" : "LineNumber")
                .asLong(-1);
    }

    private static String text(JsonNode row, String property) {
        JsonNode value = row.path(property);
        return value.isNull() ? "" : value.asText("").stripTrailing();
    }
}
