package io.mlconnector.domain.ordering.document;

import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.Money;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One line of a confirmed purchase order.
 *
 * @param number F&O {@code LineNumber}; stays the same over revisions and is PO101 on the wire
 * @param item empty on a category line, which buys something that is no stocked product
 * @param category procurement category; empty on an item line
 * @param description text of the line; may be empty
 * @param quantity ordered quantity in the purchase unit
 * @param price price per price unit; may be zero
 * @param netAmount amount of the line after discounts, as F&O computed it
 * @param vendorItem the vendor's number for the item as the line carries it; empty if it does not
 * @param barcode barcode of the line; empty if it has none
 * @param requestedDelivery empty if the header's date applies
 * @param cancelled whether the line was cancelled or deleted: it is not bought any more
 * @param deliveryAddress empty if the header's address applies
 * @param details what it says besides
 */
public record OrderLine(
        long number,
        Optional<ItemNumber> item,
        String category,
        String description,
        Quantity quantity,
        Price price,
        BigDecimal netAmount,
        Optional<String> vendorItem,
        Optional<String> barcode,
        Optional<LocalDate> requestedDelivery,
        boolean cancelled,
        Optional<Address> deliveryAddress,
        OrderLineDetails details) {

    /** What two ways to round an amount may differ by. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    public OrderLine {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(netAmount, "netAmount");
        Objects.requireNonNull(vendorItem, "vendorItem");
        Objects.requireNonNull(barcode, "barcode");
        Objects.requireNonNull(requestedDelivery, "requestedDelivery");
        Objects.requireNonNull(deliveryAddress, "deliveryAddress");
        Objects.requireNonNull(details, "details");
    }

    /** Numbers by which F&O knows the product, the most exact first: of the variant, then of the item. */
    public List<String> productNumbers() {
        return Stream.concat(details.variantNumber().stream(), item.map(ItemNumber::number).stream())
                .toList();
    }

    /** A line to be changed here and there. The one place where a copy repeats every component. */
    private static final class Draft {

        private final OrderLine before;
        private long number;
        private Quantity quantity;
        private BigDecimal netAmount;
        private Optional<LocalDate> requestedDelivery;
        private boolean cancelled;
        private OrderLineDetails details;

        Draft(OrderLine before) {
            this.before = before;
            this.number = before.number;
            this.quantity = before.quantity;
            this.netAmount = before.netAmount;
            this.requestedDelivery = before.requestedDelivery;
            this.cancelled = before.cancelled;
            this.details = before.details;
        }

        OrderLine done() {
            return new OrderLine(
                    number,
                    before.item,
                    before.category,
                    before.description,
                    quantity,
                    before.price,
                    netAmount,
                    before.vendorItem,
                    before.barcode,
                    requestedDelivery,
                    cancelled,
                    before.deliveryAddress,
                    details);
        }
    }

    private OrderLine changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** The same line with other details. */
    public OrderLine with(OrderLineDetails others) {
        return changed(draft -> draft.details = others);
    }

    /** The same line coming to this amount. */
    public OrderLine amounting(BigDecimal amount) {
        return changed(draft -> draft.netAmount = amount);
    }

    /** The same line, cancelled. */
    public OrderLine notBought() {
        return changed(draft -> draft.cancelled = true);
    }

    /**
     * The lines that F&O itself has for the deliveries of this line, in place of the line that stands for them all; this
     * line alone if it is delivered at once. Its fixed charges are charged once, with the first; the last takes what is
     * left of the amount, so that all of them add up to it.
     */
    public List<OrderLine> eachDelivery() {
        if (details.deliveries().isEmpty()) {
            return List.of(this);
        }
        List<OrderLine> parts = new ArrayList<>();
        BigDecimal rest = netAmount;
        for (ScheduledDelivery delivery : details.deliveries()) {
            boolean last = parts.size() + 1 == details.deliveries().size();
            BigDecimal share = last ? rest : share(delivery);
            parts.add(part(delivery, share, parts.isEmpty()));
            rest = rest.subtract(share);
        }
        return parts;
    }

    private BigDecimal share(ScheduledDelivery delivery) {
        return quantity.amount().signum() == 0
                ? BigDecimal.ZERO
                : netAmount.multiply(delivery.quantity()).divide(quantity.amount(), Money.SCALE, RoundingMode.HALF_UP);
    }

    private OrderLine part(ScheduledDelivery delivery, BigDecimal share, boolean first) {
        List<OrderCharge> charges = details.charges().stream()
                .filter(charge -> first || charge.category() != OrderCharge.Category.FIXED)
                .toList();
        return changed(draft -> {
            draft.number = delivery.number();
            draft.quantity = new Quantity(delivery.quantity(), quantity.unit());
            draft.netAmount = share;
            draft.requestedDelivery = Optional.of(delivery.day());
            draft.details = details.delivered(List.of())
                    .charged(charges)
                    .priced(
                            details.multilineDiscountPercentage(),
                            details.multilineDiscountAmount(),
                            first ? details.priceCharges() : BigDecimal.ZERO);
        });
    }

    /** Which variant of the item; none if it has none. */
    public ProductVariant variant() {
        return details.variant().orElse(ProductVariant.NONE);
    }

    /**
     * The price after all that F&O took off or put on in the line: its own amount of the line for the ordered quantity. Where that is
     * nothing but quantity times price, rounded, it is the price itself.
     */
    public Price netPrice() {
        BigDecimal ordered = quantity.amount();
        boolean plain = ordered.signum() <= 0
                || netAmount.signum() <= 0
                || netAmount.subtract(price.times(ordered)).abs().compareTo(ROUNDING) <= 0;
        return plain ? price : new Price(netAmount, ordered);
    }
}
