package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.OrderStanding;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.odata.Literal;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Orders from the confirmation entities, which hold the confirmed data, and from the order entities. */
public final class ConfirmedOrders implements PurchaseOrders {

    private static final String HEADERS = "PurchaseOrderConfirmationHeaders";
    private static final String LINES = "PurchaseOrderConfirmationLines";

    private final ODataClient client;
    private final OrderCharges charges;

    /** Reads through this client. */
    public ConfirmedOrders(ODataClient client) {
        this.client = client;
        this.charges = new OrderCharges(client);
    }

    @Override
    public CompletionStage<Outcome<Confirmations>> confirmedSince(Set<LegalEntity> legalEntities, LocalDate since) {
        Query query = Query.of(HEADERS).in(legalEntities).where("ConfirmationDate ge " + Literal.startOf(since));
        return client.all(ordered(query))
                .map(outcome -> outcome.map(ConfirmedOrders::eachByItself))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Outcome<List<Confirmation>>> confirmationsOf(LegalEntity legalEntity, String orderNumber) {
        return confirmations(Query.of(HEADERS).in(Set.of(legalEntity)).where("PurchaseOrderNumber", orderNumber));
    }

    private CompletionStage<Outcome<List<Confirmation>>> confirmations(Query query) {
        return client.all(ordered(query))
                .map(rows -> Rows.read(
                        rows,
                        HEADERS,
                        found -> found.stream()
                                .map(ConfirmedOrders::confirmation)
                                .sorted(OLDEST_FIRST)
                                .toList()))
                .toCompletionStage();
    }

    private static Query ordered(Query query) {
        return query.orderedBy("dataAreaId", "PurchaseOrderNumber", "ConfirmationNumber", "ConfirmationDate");
    }

    /** A row that cannot be read hides none of the others. */
    private static Confirmations eachByItself(List<JsonNode> rows) {
        List<Confirmation> readable = new ArrayList<>();
        List<Confirmations.UnreadableRow> unreadable = new ArrayList<>();
        for (JsonNode json : rows) {
            Row row = new Row(json);
            try {
                readable.add(confirmation(row));
            } catch (UnreadableRow | IllegalArgumentException e) {
                unreadable.add(unreadable(row, String.valueOf(e.getMessage())));
            }
        }
        readable.sort(OLDEST_FIRST);
        return new Confirmations(readable, unreadable);
    }

    private static Confirmations.UnreadableRow unreadable(Row row, String why) {
        String order = row.text("PurchaseOrderNumber");
        return new Confirmations.UnreadableRow(
                Hashes.of(row.json().toString().getBytes(StandardCharsets.UTF_8))
                        .hex(),
                row.text("dataAreaId"),
                order,
                row.text("ConfirmationNumber"),
                Problem.of(
                        ProblemCode.ROW_UNREADABLE,
                        HEADERS + ":" + order,
                        "F&O lists a confirmation" + (order.isEmpty() ? "" : " of order " + order)
                                + " that cannot be used: " + why
                                + ". Correct the row in F&O: one of the next polls takes the"
                                + " order. Then discard this document."));
    }

    /** Numbers such as PO-9 and PO-10 end in a counter: the shorter one is the earlier one. */
    private static final Comparator<Confirmation> OLDEST_FIRST = Comparator.comparing(Confirmation::date)
            .thenComparing(confirmation -> confirmation.key().legalEntity())
            .thenComparing(confirmation -> confirmation.key().orderNumber())
            .thenComparingInt(
                    confirmation -> confirmation.key().confirmationNumber().length())
            .thenComparing(confirmation -> confirmation.key().confirmationNumber());

    private static Confirmation confirmation(Row row) {
        return new Confirmation(
                key(row),
                row.vendor(),
                row.day("ConfirmationDate").orElseThrow(() -> new UnreadableRow("ConfirmationDate is missing")));
    }

    private static OrderKey key(Row row) {
        return new OrderKey(row.legalEntity(), row.required("PurchaseOrderNumber"), row.required("ConfirmationNumber"));
    }

    @Override
    public CompletionStage<Outcome<PurchaseOrder>> read(OrderKey key) {
        Query headers = confirmation(HEADERS, key)
                .orderedBy("dataAreaId", "PurchaseOrderNumber", "ConfirmationNumber", "ConfirmationDate");
        return client.all(headers)
                .compose(rows -> switch (rows) {
                    case Outcome.Done<List<JsonNode>>(List<JsonNode> found)
                    when found.isEmpty() ->
                        Future.succeededFuture(Outcome.<PurchaseOrder>refused(Problem.of(
                                ProblemCode.ORDER_NOT_FOUND,
                                key.toString(),
                                "F&O has no confirmation " + key.confirmationNumber() + " of order "
                                        + key.orderNumber() + " in " + key.legalEntity()
                                        + ". Check the order in F&O; then replay or discard the document.")));
                    case Outcome.Done<List<JsonNode>>(List<JsonNode> found) -> withLines(key, found.get(0));
                    default -> Future.succeededFuture(rows.<PurchaseOrder>then(ignored -> noLines(key)));
                })
                .toCompletionStage();
    }

    private Future<Outcome<PurchaseOrder>> withLines(OrderKey key, JsonNode header) {
        return client.all(confirmation(LINES, key).orderedBy("dataAreaId", "PurchaseOrderNumber", "LineNumber"))
                .map(rows -> Rows.read(rows, LINES, OrderLines::scheduled)
                        .then(lines -> lines.isEmpty()
                                ? noLines(key)
                                : Rows.read(
                                        Outcome.done(List.of(header)),
                                        HEADERS,
                                        found -> order(key, found.get(0), lines))))
                .compose(outcome -> outcome instanceof Outcome.Done<PurchaseOrder>(PurchaseOrder order)
                        ? charges.add(order, chargesOf(header))
                        : Future.succeededFuture(outcome));
    }

    /** The header row was already parsed without an error. */
    private static BigDecimal chargesOf(JsonNode header) {
        return new Row(header).number("TotalChargeAmount");
    }

    private static Query confirmation(String entitySet, OrderKey key) {
        return Query.of(entitySet)
                .in(Set.of(key.legalEntity()))
                .where("PurchaseOrderNumber", key.orderNumber())
                .where("ConfirmationNumber", key.confirmationNumber());
    }

    private static Outcome<PurchaseOrder> noLines(OrderKey key) {
        return Outcome.notNow(Problem.of(
                ProblemCode.ORDER_WITHOUT_LINES,
                key.toString(),
                "F&O returns no lines for confirmation " + key.confirmationNumber() + " of order " + key.orderNumber()
                        + " in " + key.legalEntity()
                        + " yet; it is read again. If the lines stay missing, check the confirmation in F&O."));
    }

    private static PurchaseOrder order(OrderKey key, Row row, List<OrderLine> lines) {
        LocalDate confirmed =
                row.day("ConfirmationDate").orElseThrow(() -> new UnreadableRow("ConfirmationDate is missing"));
        return new PurchaseOrder(
                key,
                confirmed,
                row.day("AccountingDate").orElse(confirmed),
                row.vendor(),
                row.invoiceVendor(),
                row.currency(),
                row.text("VendorOrderReference"),
                row.day("RequestedDeliveryDate"),
                row.text("PaymentTermsName"),
                row.text("DeliveryTermsId"),
                row.firstText("AttentionInformation", "EmailAddress", "Email"),
                row.deliveryAddress(),
                lines,
                OrderHeaders.details(row));
    }

    @Override
    public CompletionStage<Outcome<List<OpenOrder>>> find(Set<LegalEntity> legalEntities, String orderNumber) {
        Query headers = Query.of("PurchaseOrderHeadersV2")
                .in(legalEntities)
                .where("PurchaseOrderNumber", orderNumber)
                .orderedBy("dataAreaId", "PurchaseOrderNumber");
        Query lines = Query.of("PurchaseOrderLinesV2")
                .in(legalEntities)
                .where("PurchaseOrderNumber", orderNumber)
                .orderedBy("dataAreaId", "PurchaseOrderNumber", "LineNumber");
        return client.all(headers)
                .compose(found -> found instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> rows) && rows.isEmpty()
                        ? Future.succeededFuture(Outcome.done(List.<OpenOrder>of()))
                        : client.all(lines).map(foundLines -> openOrders(found, foundLines)))
                .toCompletionStage();
    }

    private static Outcome<List<OpenOrder>> openOrders(Outcome<List<JsonNode>> headers, Outcome<List<JsonNode>> lines) {
        return Rows.read(headers, "PurchaseOrderHeadersV2", found -> found)
                .then(rows -> Rows.read(
                        lines,
                        "PurchaseOrderLinesV2",
                        lineRows -> rows.stream()
                                .map(header -> openOrder(header, lineRows))
                                .toList()));
    }

    private static OpenOrder openOrder(Row header, List<Row> lines) {
        LegalEntity legalEntity = header.legalEntity();
        return new OpenOrder(
                legalEntity,
                header.required("PurchaseOrderNumber"),
                header.vendor(),
                header.invoiceVendor(),
                header.currency(),
                new OrderStanding(header.text("DocumentApprovalStatus"), header.text("PurchaseOrderStatus")),
                OrderLines.read(lines.stream()
                        .filter(line -> line.legalEntity().equals(legalEntity))
                        .toList()),
                MatchingPolicies.read(lines.stream()
                        .filter(line -> line.legalEntity().equals(legalEntity))
                        .toList()));
    }
}
