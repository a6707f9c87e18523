package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.invoicing.document.OpenOrder;
import io.mlconnector.domain.invoicing.document.OrderStanding;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import io.mlconnector.dynamics.internal.odata.Literal;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.mlconnector.ports.erp.Confirmation;
import io.mlconnector.ports.erp.Confirmations;
import io.mlconnector.ports.erp.PurchaseOrders;
import io.mlconnector.ports.journal.payload.Hashes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
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

    private static final String HEADERS = EntitySet.CONFIRMATION_HEADERS.text();
    private static final String LINES = EntitySet.CONFIRMATION_LINES.text();

    /** What tells that an order was confirmed, for whom, and whether its content is another one. */
    private static final List<String> ANNOUNCED = List.of(
            "dataAreaId",
            "PurchaseOrderNumber",
            "ConfirmationNumber",
            "ConfirmationDate",
            "OrderVendorAccountNumber",
            "PurchaseType",
            "PurchaseOrderType",
            "SubTotalAmount",
            "TotalConfirmedAmount",
            "TotalQuantity");

    private final ODataClient client;
    private final ConfirmationReads reads;
    private final OrderCharges charges;
    private final CompanyNames names;

    /** Reads through this client. */
    public ConfirmedOrders(Vertx vertx, ODataClient client, OrderCharges charges, CompanyNames names) {
        this.client = client;
        this.reads = new ConfirmationReads(vertx, client);
        this.charges = charges;
        this.names = names;
    }

    @Override
    public CompletionStage<Outcome<Confirmations>> confirmedSince(Set<LegalEntity> legalEntities, LocalDate since) {
        Query query = announced().in(legalEntities).where("ConfirmationDate ge " + Literal.startOf(since));
        return client.all(query)
                .compose(outcome -> client.made(outcome, () -> outcome.map(ConfirmedOrders::eachByItself)))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Outcome<List<Confirmation>>> confirmationsOf(LegalEntity legalEntity, String orderNumber) {
        return confirmations(announced().in(Set.of(legalEntity)).where("PurchaseOrderNumber", orderNumber));
    }

    private CompletionStage<Outcome<List<Confirmation>>> confirmations(Query query) {
        return client.all(query)
                .map(rows -> Rows.read(
                        rows,
                        HEADERS,
                        found -> found.stream()
                                .map(ConfirmedOrders::confirmation)
                                .sorted(OLDEST_FIRST)
                                .toList()))
                .toCompletionStage();
    }

    private static Query announced() {
        return Query.of(EntitySet.CONFIRMATION_HEADERS).selecting(ANNOUNCED);
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
                confirmed(row),
                OrderHeaders.kind(row),
                Confirmation.fingerprint(confirmed(row), OrderHeaders.totals(row)));
    }

    private static LocalDate confirmed(Row row) {
        return row.day("ConfirmationDate").orElseThrow(() -> new UnreadableRow("ConfirmationDate is missing"));
    }

    private static OrderKey key(Row row) {
        return new OrderKey(row.legalEntity(), row.required("PurchaseOrderNumber"), row.required("ConfirmationNumber"));
    }

    @Override
    public CompletionStage<Outcome<PurchaseOrder>> read(OrderKey key) {
        return reads.of(key)
                .compose(outcome -> switch (outcome) {
                    case Outcome.Done<ConfirmationReads.Rows>(ConfirmationReads.Rows found)
                    when found.headers().isEmpty() ->
                        Future.succeededFuture(Outcome.<PurchaseOrder>refused(Problem.of(
                                ProblemCode.ORDER_NOT_FOUND,
                                key.toString(),
                                "F&O has no confirmation " + key.confirmationNumber() + " of order "
                                        + key.orderNumber() + " in " + key.legalEntity()
                                        + ". Check the order in F&O; then replay or discard the document.")));
                    case Outcome.Done<ConfirmationReads.Rows>(ConfirmationReads.Rows found) ->
                        withLines(key, found.headers().get(found.headers().size() - 1), found.lines());
                    default -> Future.succeededFuture(outcome.<PurchaseOrder>then(ignored -> noLines(key)));
                })
                .toCompletionStage();
    }

    private Future<Outcome<PurchaseOrder>> withLines(OrderKey key, JsonNode header, List<JsonNode> rows) {
        Outcome<List<JsonNode>> all = Outcome.done(rows);
        return client.made(
                        all,
                        () -> Rows.read(all, LINES, found -> OrderLines.scheduled(ofSameDay(found, new Row(header))))
                                .then(lines -> lines.isEmpty()
                                        ? noLines(key)
                                        : Rows.read(
                                                Outcome.done(List.of(header)),
                                                HEADERS,
                                                found -> OrderHeaders.order(
                                                        key, found.get(0), confirmed(found.get(0)), lines))))
                .compose(read -> read instanceof Outcome.Done<PurchaseOrder>(PurchaseOrder order)
                        ? charges.add(order, chargesOf(header))
                        : Future.succeededFuture(read))
                .compose(outcome -> outcome instanceof Outcome.Done<PurchaseOrder>(PurchaseOrder order)
                        ? names.of(key.legalEntity())
                                .map(name ->
                                        Outcome.done(order.with(order.details().boughtBy(name))))
                        : Future.succeededFuture(outcome));
    }

    /** F&O may use a confirmation's number on another day again; the lines of two confirmations are never mixed. */
    private static List<Row> ofSameDay(List<Row> lines, Row header) {
        String day = header.text("ConfirmationDate");
        return lines.stream()
                .filter(line -> line.text("ConfirmationDate").isEmpty()
                        || line.text("ConfirmationDate").equals(day))
                .toList();
    }

    /** The header row was already parsed without an error. */
    private static BigDecimal chargesOf(JsonNode header) {
        return new Row(header).number("TotalChargeAmount");
    }

    private static Outcome<PurchaseOrder> noLines(OrderKey key) {
        return Outcome.notNow(Problem.of(
                ProblemCode.ORDER_WITHOUT_LINES,
                key.toString(),
                "F&O shows no lines for confirmation " + key.confirmationNumber() + " of order " + key.orderNumber()
                        + " in " + key.legalEntity()
                        + ". Nothing was sent. Was the whole order cancelled? Then tell the partner and discard this"
                        + " document. If not, check the confirmation in F&O and replay this document."));
    }

    @Override
    public CompletionStage<Outcome<List<OpenOrder>>> find(Set<LegalEntity> legalEntities, String orderNumber) {
        Query headers = Query.of(EntitySet.ORDER_HEADERS).in(legalEntities).where("PurchaseOrderNumber", orderNumber);
        Query lines = Query.of(EntitySet.ORDER_LINES).in(legalEntities).where("PurchaseOrderNumber", orderNumber);
        Future<Outcome<List<JsonNode>>> ofHeaders = client.all(headers);
        Future<Outcome<List<JsonNode>>> ofLines = client.all(lines);
        return ofHeaders
                .compose(found -> ofLines.compose(foundLines -> client.made(
                        foundLines,
                        () -> found instanceof Outcome.Done<List<JsonNode>>(List<JsonNode> rows) && rows.isEmpty()
                                ? Outcome.done(List.<OpenOrder>of())
                                : openOrders(found, foundLines))))
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
