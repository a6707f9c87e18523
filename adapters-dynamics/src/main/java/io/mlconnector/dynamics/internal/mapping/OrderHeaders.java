package io.mlconnector.dynamics.internal.mapping;

import io.mlconnector.domain.ordering.document.OrderDetails;
import java.math.BigDecimal;
import java.util.List;

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
                BigDecimal.ZERO);
    }
}
