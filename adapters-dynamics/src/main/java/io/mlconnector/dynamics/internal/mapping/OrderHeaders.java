package io.mlconnector.dynamics.internal.mapping;

import io.mlconnector.domain.ordering.document.OrderDetails;
import java.math.BigDecimal;
import java.util.List;

/** Reads what the header of a confirmation says besides (reference dynamics, sections 4.1 and 4.4). */
final class OrderHeaders {

    private OrderHeaders() {}

    /** Everything but the charges, which have entity sets of their own. */
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
