package io.mlconnector.dynamics.internal.mapping;

import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.OrderTotals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads the additional fields of a confirmation header (reference dynamics, sections 4.1 and 4.4). */
final class OrderHeaders {

    private OrderHeaders() {}

    /** All details except charges, which have their own entity sets. */
    static OrderDetails details(Row row) {
        return new OrderDetails(
                row.text("DeliveryModeId"),
                row.text("ShippingCarrierId"),
                row.day("RequestedShipDate"),
                row.day("ConfirmedDeliveryDate"),
                row.day("ConfirmedShipDate"),
                row.text("CashDiscountCode"),
                row.number("CashDiscountPercentage"),
                row.number("TotalDiscountPercentage"),
                row.firstText("EmailAddress", "Email"),
                row.text("PurchaseOrderPoolId"),
                row.text("ProjectId"),
                row.text("BuyerGroupId"),
                row.someText("ReasonComment").stream().toList(),
                List.of(),
                BigDecimal.ZERO,
                totals(row),
                kind(row),
                row.yes("ArePricesIncludingSalesTax"),
                "",
                row.invoiceAddress(),
                row.placeNumbers());
    }

    /** What the order comes to; empty if the row has neither the total nor the sum of its lines. */
    static Optional<OrderTotals> totals(Row row) {
        return row.has("TotalConfirmedAmount") || row.has("SubTotalAmount")
                ? Optional.of(new OrderTotals(
                        row.number("SubTotalAmount"),
                        row.number("TotalLineDiscountAmount"),
                        row.number("TotalDiscountAmount"),
                        row.number("TotalChargeAmount"),
                        row.number("TotalTaxAmount"),
                        row.number("TotalRoundOffAmount"),
                        row.number("TotalConfirmedAmount"),
                        row.number("TotalQuantity")))
                : Optional.empty();
    }

    /** Told only where the tenant extended the entity; the Business Event tells it always. */
    static OrderKind kind(Row row) {
        return OrderKind.of(row.firstText("PurchaseType", "PurchaseOrderType"));
    }
}
