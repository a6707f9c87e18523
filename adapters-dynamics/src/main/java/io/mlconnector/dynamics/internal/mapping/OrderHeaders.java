package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what the header of an order says, of a confirmation as of its present state (reference dynamics, sections 4.1 and 4.4). */
public final class OrderHeaders {

    private OrderHeaders() {}

    /**
     * An order of the rows that F&O shows of it.
     *
     * @param key under which it is known
     * @param set whose header it is, for messages
     * @param confirmed day of the confirmation
     * @param lines its lines, at least one
     * @return refused if a row cannot be read
     */
    public static Outcome<PurchaseOrder> order(
            OrderKey key, EntitySet set, JsonNode header, LocalDate confirmed, List<JsonNode> lines) {
        return Rows.read(Outcome.done(lines), EntitySet.ORDER_LINES.text(), OrderLines::scheduled)
                .then(read -> Rows.read(
                        Outcome.done(List.of(header)), set.text(), found -> order(key, found.get(0), confirmed, read)));
    }

    static PurchaseOrder order(OrderKey key, Row row, LocalDate confirmed, List<OrderLine> lines) {
        boolean cancelled = row.text("PurchaseOrderStatus").equalsIgnoreCase("Canceled");
        String mode = row.text("DeliveryModeId");
        String terms = row.text("DeliveryTermsId");
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
                lines.stream()
                        .map(line -> cancelled ? line.notBought() : line)
                        .map(line -> line.with(ownTerms(line.details(), mode, terms)))
                        .toList(),
                details(row));
    }

    /** F&O writes the header's mode and terms of delivery to every line. */
    private static OrderLineDetails ownTerms(OrderLineDetails line, String mode, String terms) {
        return line.travelling(
                line.deliveryMode().equalsIgnoreCase(mode) ? "" : line.deliveryMode(),
                line.deliveryTerms().equalsIgnoreCase(terms) ? "" : line.deliveryTerms());
    }

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
