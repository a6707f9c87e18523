package io.mlconnector.domain.invoicing.document;

import io.mlconnector.domain.invoicing.detail.line.InvoiceLineDetails;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.UnitCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a vendor invoice as the vendor wrote it (810, loop IT1).
 *
 * @param position place on the invoice, first = 1
 * @param lineNumber IT101; should be the order's line number, is often missing or counted anew
 * @param orderNumber the order of this line where the line itself names one; empty: the invoice's order
 * @param quantity invoiced quantity, sign as normalised (negative on a return or credit)
 * @param unit unit of quantity and price
 * @param price price with the divisor of its basis (IT104 and IT105)
 * @param productIds the qualified ids in their order
 * @param description PID text; may be empty
 * @param charges allowances and charges of this line
 * @param taxes tax amounts of this line
 * @param details what else it says; absent in what older versions stored
 */
public record InvoiceLine(
        int position,
        Optional<String> lineNumber,
        Optional<String> orderNumber,
        BigDecimal quantity,
        UnitCode unit,
        Price price,
        List<ProductId> productIds,
        String description,
        List<Charge> charges,
        List<Tax> taxes,
        InvoiceLineDetails details) {

    public InvoiceLine {
        Objects.requireNonNull(lineNumber, "lineNumber");
        Objects.requireNonNull(orderNumber, "orderNumber");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(description, "description");
        details = Objects.requireNonNullElse(details, InvoiceLineDetails.NONE);
        productIds = List.copyOf(productIds);
        charges = List.copyOf(charges);
        taxes = List.copyOf(taxes);
    }

    /** Quantity times price, two decimals, half up; without charges and tax. */
    public BigDecimal amount() {
        return price.times(quantity);
    }

    /** The same line with another quantity and price: in another unit, or with what goes into its price. */
    public InvoiceLine at(BigDecimal otherQuantity, Price otherPrice) {
        return new InvoiceLine(
                position,
                lineNumber,
                orderNumber,
                otherQuantity,
                unit,
                otherPrice,
                productIds,
                description,
                charges,
                taxes,
                details);
    }
}
