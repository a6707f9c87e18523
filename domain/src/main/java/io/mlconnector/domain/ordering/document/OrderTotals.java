package io.mlconnector.domain.ordering.document;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What F&O's header of a confirmation says the order comes to (reference dynamics, section 4.4). It was written together with the
 * lines, so that it tells whether all of them were read. Amounts are in the currency of the order.
 *
 * @param subTotal {@code SubTotalAmount}: the lines after their own discounts
 * @param lineDiscount {@code TotalLineDiscountAmount}: what the discounts of the lines come to
 * @param discount {@code TotalDiscountAmount}: what the discount on the order as a whole comes to; positive if it lowers the total
 * @param charges {@code TotalChargeAmount}
 * @param tax {@code TotalTaxAmount}
 * @param roundOff {@code TotalRoundOffAmount}: what was added to come to a round total; may be negative
 * @param total {@code TotalConfirmedAmount}
 * @param quantity {@code TotalQuantity}: the sum of all ordered quantities, whatever their units
 */
public record OrderTotals(
        BigDecimal subTotal,
        BigDecimal lineDiscount,
        BigDecimal discount,
        BigDecimal charges,
        BigDecimal tax,
        BigDecimal roundOff,
        BigDecimal total,
        BigDecimal quantity) {

    public OrderTotals {
        Objects.requireNonNull(subTotal, "subTotal");
        Objects.requireNonNull(lineDiscount, "lineDiscount");
        Objects.requireNonNull(discount, "discount");
        Objects.requireNonNull(charges, "charges");
        Objects.requireNonNull(tax, "tax");
        Objects.requireNonNull(roundOff, "roundOff");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(quantity, "quantity");
    }

    /** Whether the header says that nothing is bought. */
    public boolean nothing() {
        return total.signum() == 0 && subTotal.signum() == 0 && quantity.signum() == 0;
    }
}
