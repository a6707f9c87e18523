package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderCharge.Category;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.dynamics.internal.odata.ODataClient;
import io.mlconnector.dynamics.internal.odata.Query;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds charges to an order: two additional reads, only for an order whose confirmation states a charge total. The
 * charges are those of the current order, since F&O stores none with the confirmation (reference dynamics, section
 * 4.4). If F&O does not have the entity sets, the order is sent without charges and carries the unread total.
 */
public final class OrderCharges {

    private static final String OF_HEADERS = "PurchaseOrderHeaderCharges";
    private static final String OF_LINES = "PurchaseOrderLineChargesV2";

    private final ODataClient client;

    /** Not queried a second time: a tenant does not gain an entity set at run time. */
    private volatile boolean absent;

    /** Reads through this client. */
    public OrderCharges(ODataClient client) {
        this.client = client;
    }

    /**
     * The order with its charges.
     *
     * @param total total of all charges according to the confirmation
     */
    Future<Outcome<PurchaseOrder>> add(PurchaseOrder order, BigDecimal total) {
        if (total.signum() == 0) {
            return Future.succeededFuture(Outcome.done(order));
        }
        if (absent) {
            return Future.succeededFuture(Outcome.done(without(order, total)));
        }
        Future<Outcome<List<JsonNode>>> ofHeader = client.all(query(OF_HEADERS, order, "ChargeLineNumber"));
        Future<Outcome<List<JsonNode>>> ofLines =
                client.all(query(OF_LINES, order, "PurchaseOrderLineNumber", "ChargeLineNumber"));
        return ofHeader.compose(header -> ofLines.map(lines -> missing(header) || missing(lines)
                ? Outcome.done(without(order, total))
                : read(order, total, header, lines)));
    }

    /**
     * The orders with their charges, where no total says whether there are any. A charge that cannot be told, because it is in another
     * currency, makes its order refused.
     *
     * @param orders of one legal entity; not empty
     * @return each in its place
     */
    public Future<Outcome<List<Outcome<PurchaseOrder>>>> add(LegalEntity legalEntity, List<PurchaseOrder> orders) {
        if (absent) {
            return Future.succeededFuture(
                    Outcome.done(orders.stream().map(Outcome::done).toList()));
        }
        List<String> numbers =
                orders.stream().map(order -> order.key().orderNumber()).toList();
        return client.all(query(OF_HEADERS, legalEntity, numbers, "ChargeLineNumber"))
                .compose(header -> missing(header)
                        ? Future.succeededFuture(
                                Outcome.done(orders.stream().map(Outcome::done).toList()))
                        : client.all(query(
                                        OF_LINES, legalEntity, numbers, "PurchaseOrderLineNumber", "ChargeLineNumber"))
                                .map(lines -> missing(lines)
                                        ? Outcome.done(orders.stream()
                                                .map(Outcome::done)
                                                .toList())
                                        : header.then(ofHeader -> lines.map(ofLines -> orders.stream()
                                                .map(order -> whole(read(
                                                        order,
                                                        BigDecimal.ONE,
                                                        Outcome.done(of(order, ofHeader)),
                                                        Outcome.done(of(order, ofLines)))))
                                                .toList()))));
    }

    private static List<JsonNode> of(PurchaseOrder order, List<JsonNode> rows) {
        return rows.stream()
                .filter(row -> row.path("PurchaseOrderNumber")
                        .asText("")
                        .stripTrailing()
                        .equalsIgnoreCase(order.key().orderNumber()))
                .toList();
    }

    private static Outcome<PurchaseOrder> whole(Outcome<PurchaseOrder> read) {
        return read.then(order -> order.details().unreadCharges().signum() == 0
                ? Outcome.done(order)
                : Outcome.refused(Problem.of(
                        ProblemCode.ROW_UNREADABLE,
                        OF_HEADERS,
                        "Order " + order.key().orderNumber() + " has a charge in another currency than its own, which"
                                + " cannot be told. Enter the charge in "
                                + order.currency().code() + " in F&O.")));
    }

    private static Query query(String entitySet, PurchaseOrder order, String... rest) {
        return query(entitySet, order.key().legalEntity(), List.of(order.key().orderNumber()), rest);
    }

    private static Query query(String entitySet, LegalEntity legalEntity, List<String> orders, String... rest) {
        List<String> key = new ArrayList<>(List.of("dataAreaId", "PurchaseOrderNumber"));
        key.addAll(List.of(rest));
        return Query.of(entitySet)
                .in(Set.of(legalEntity))
                .whereAny("PurchaseOrderNumber", orders)
                .orderedBy(key.toArray(String[]::new));
    }

    private boolean missing(Outcome<List<JsonNode>> rows) {
        if (rows instanceof Outcome.NotNow<List<JsonNode>>(Problem why, Optional<Duration> ignored)
                && why.is(ProblemCode.SET_NOT_READABLE)) {
            absent = true;
        }
        return absent;
    }

    private static PurchaseOrder without(PurchaseOrder order, BigDecimal total) {
        return order.with(order.details().charged(List.of(), total));
    }

    private static Outcome<PurchaseOrder> read(
            PurchaseOrder order, BigDecimal total, Outcome<List<JsonNode>> header, Outcome<List<JsonNode>> lines) {
        return Rows.read(header, OF_HEADERS, rows -> rows)
                .then(ofHeader -> Rows.read(lines, OF_LINES, ofLines -> charged(order, total, ofHeader, ofLines)));
    }

    private static PurchaseOrder charged(PurchaseOrder order, BigDecimal total, List<Row> header, List<Row> lines) {
        List<OrderCharge> charges = new ArrayList<>();
        boolean all = true;
        for (Row row : header) {
            Optional<OrderCharge> charge = charge(row, order);
            charge.ifPresent(charges::add);
            all &= charge.isPresent();
        }
        Map<Long, List<OrderCharge>> byLine = new HashMap<>();
        for (Row row : lines) {
            Optional<OrderCharge> charge = charge(row, order);
            long number = row.number("PurchaseOrderLineNumber").longValue();
            charge.ifPresent(one ->
                    byLine.computeIfAbsent(number, absent -> new ArrayList<>()).add(one));
            all &= charge.isPresent();
        }
        List<OrderLine> charged = order.lines().stream()
                .map(line -> line.with(line.details().charged(byLine.getOrDefault(line.number(), List.of()))))
                .toList();
        return order.having(charged, order.details().charged(charges, all ? BigDecimal.ZERO : total));
    }

    /** Empty for a charge whose currency differs from the order's. */
    private static Optional<OrderCharge> charge(Row row, PurchaseOrder order) {
        Optional<String> currency = row.someText("ChargeAccountingCurrencyCode");
        if (currency.isPresent()
                && !currency.get().equalsIgnoreCase(order.currency().code())) {
            return Optional.empty();
        }
        String code = row.required("PurchaseChargeCode");
        String text = row.text("ChargeDescription");
        return Optional.of(
                switch (row.text("ChargeCategory")) {
                    case "Pcs" -> new OrderCharge(code, Category.PER_UNIT, row.number("UnitChargeAmount"), text);
                    case "Percent", "InterCompanyPercent" ->
                        new OrderCharge(code, Category.PERCENT, row.number("ChargePercentage"), text);
                    case "External" -> new OrderCharge(code, Category.FIXED, row.number("ExternalChargeAmount"), text);
                    case "Proportional" ->
                        new OrderCharge(code, Category.FIXED, row.number("ProportionalChargeAmount"), text);
                    default -> new OrderCharge(code, Category.FIXED, row.number("FixedChargeAmount"), text);
                });
    }
}
