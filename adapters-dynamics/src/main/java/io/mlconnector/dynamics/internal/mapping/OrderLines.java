package io.mlconnector.dynamics.internal.mapping;

import io.mlconnector.domain.ordering.OrderLine;
import java.util.Comparator;
import java.util.List;

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
                row.deliveryAddress());
    }
}
