package io.mlconnector.dynamics.internal.mapping;

import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.ScheduledDelivery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads order lines; confirmation lines and order lines have the same members (reference dynamics, section 4.4). */
final class OrderLines {

    private OrderLines() {}

    static List<OrderLine> read(List<Row> rows) {
        return rows.stream()
                .map(OrderLines::line)
                .sorted(Comparator.comparingLong(OrderLine::number))
                .toList();
    }

    private static OrderLine line(Row row) {
        return new OrderLine(
                row.number("LineNumber").longValue(),
                row.item(),
                row.item().isPresent() ? "" : row.text("ProcurementProductCategoryName"),
                row.firstText("LineDescription", "ProcurementProductCategoryName"),
                row.orderedQuantity(),
                row.price(),
                row.number("LineAmount"),
                row.someText("ExternalItemNumber"),
                row.someText("Barcode"),
                row.day("RequestedDeliveryDate"),
                row.text("PurchaseOrderLineStatus").equalsIgnoreCase("Canceled") || row.yes("IsDeleted"),
                row.deliveryAddress(),
                details(row));
    }

    private static OrderLineDetails details(Row row) {
        return new OrderLineDetails(
                row.number("LineDiscountPercentage"),
                row.number("LineDiscountAmount"),
                row.day("RequestedShippingDate"),
                row.day("ConfirmedDeliveryDate"),
                row.day("ConfirmedShippingDate").or(() -> row.day("ConfirmedShipDate")),
                List.of(),
                row.text("CustomerReference"),
                row.firstText("CustomerRequisitionNumber", "PurchaseRequisitionId"),
                List.of(),
                Optional.of(row.variant()).filter(variant -> !variant.isNone()),
                row.someText("RetailProductVariantNumber"),
                row.number("MultilineDiscountPercentage"),
                row.number("MultilineDiscountAmount"),
                row.number("FixedPriceCharges"),
                row.firstText("DlvMode", "DeliveryModeId"),
                row.firstText("DlvTerm", "DeliveryTermsId"),
                List.of(),
                row.placeNumbers());
    }

    /**
     * The same, with partial deliveries grouped under their order line. F&O has one line per delivery and one for the
     * whole, and distinguishes them only if the tenant extended the entity by {@code LineDeliveryType} (reference
     * dynamics, section 4.2); otherwise every row is an order line.
     */
    static List<OrderLine> scheduled(List<Row> rows) {
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparing(row -> row.number("LineNumber")))
                .toList();
        List<OrderLine> lines = new ArrayList<>();
        int whole = -1;
        for (Row row : sorted) {
            OrderLine line = line(row);
            String type = row.text("LineDeliveryType");
            boolean part = type.equals("DeliveryLine") && whole >= 0 && partOf(lines.get(whole), line);
            if (part && !line.cancelled()) {
                lines.set(whole, withPart(lines.get(whole), line));
            } else if (!part) {
                whole = type.equals("OrderLineWithMultipleDeliveries") ? lines.size() : -1;
                lines.add(line);
            }
        }
        return lines.stream()
                .sorted(Comparator.comparingLong(OrderLine::number))
                .toList();
    }

    private static boolean partOf(OrderLine whole, OrderLine line) {
        return line.item().equals(whole.item())
                && line.details().sameVariant(whole.details())
                && line.quantity().amount().signum() > 0
                && line.requestedDelivery().isPresent();
    }

    private static OrderLine withPart(OrderLine whole, OrderLine part) {
        List<ScheduledDelivery> deliveries = new ArrayList<>(whole.details().deliveries());
        deliveries.add(new ScheduledDelivery(
                part.number(),
                part.quantity().amount(),
                part.requestedDelivery().orElseThrow()));
        return whole.with(whole.details().delivered(deliveries));
    }
}
