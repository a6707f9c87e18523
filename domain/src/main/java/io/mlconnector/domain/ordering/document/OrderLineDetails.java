package io.mlconnector.domain.ordering.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a line of a confirmed order says besides.
 *
 * @param discountPercentage percents off the price; zero if there are none
 * @param discountAmount amount off the price of each price unit; zero if there is none
 * @param requestedShip empty if the header's day applies
 * @param confirmedDelivery when the vendor promised it
 * @param confirmedShip when the vendor promised to ship it
 * @param deliveries empty unless the line is delivered in parts; then they sum up to its quantity
 * @param customerReference reference of whom the goods are for; may be empty
 * @param requisition the purchase requisition behind it; may be empty
 * @param charges of this line
 * @param variant which variant of the item; empty if the item has none
 * @param variantNumber the number under which shops know the variant ({@code RetailProductVariantNumber}); empty if it has none
 * @param multilineDiscountPercentage percents off for what several lines buy together; zero if there are none
 * @param multilineDiscountAmount amount off the price of each price unit for what several lines buy together; zero if there is none
 * @param priceCharges amount that is added once to the line, whatever its quantity ({@code FixedPriceCharges}); zero if there is none
 * @param deliveryMode how it travels; empty if the header's mode applies
 * @param deliveryTerms terms of delivery; empty if the header's apply
 * @param notes texts for the vendor; none is blank
 * @param place numbers of the place of delivery
 */
public record OrderLineDetails(
        BigDecimal discountPercentage,
        BigDecimal discountAmount,
        Optional<LocalDate> requestedShip,
        Optional<LocalDate> confirmedDelivery,
        Optional<LocalDate> confirmedShip,
        List<ScheduledDelivery> deliveries,
        String customerReference,
        String requisition,
        List<OrderCharge> charges,
        Optional<ProductVariant> variant,
        Optional<String> variantNumber,
        BigDecimal multilineDiscountPercentage,
        BigDecimal multilineDiscountAmount,
        BigDecimal priceCharges,
        String deliveryMode,
        String deliveryTerms,
        List<String> notes,
        PlaceNumbers place) {

    /** Nothing besides. */
    public static final OrderLineDetails NONE = new OrderLineDetails(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "",
            "",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            "",
            "",
            List.of(),
            PlaceNumbers.NONE);

    public OrderLineDetails {
        Objects.requireNonNull(discountPercentage, "discountPercentage");
        Objects.requireNonNull(discountAmount, "discountAmount");
        Objects.requireNonNull(requestedShip, "requestedShip");
        Objects.requireNonNull(confirmedDelivery, "confirmedDelivery");
        Objects.requireNonNull(confirmedShip, "confirmedShip");
        Objects.requireNonNull(customerReference, "customerReference");
        Objects.requireNonNull(requisition, "requisition");
        deliveries = List.copyOf(deliveries);
        charges = List.copyOf(charges);
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(variantNumber, "variantNumber");
        // What was stored by an earlier version does not say these.
        multilineDiscountPercentage = Objects.requireNonNullElse(multilineDiscountPercentage, BigDecimal.ZERO);
        multilineDiscountAmount = Objects.requireNonNullElse(multilineDiscountAmount, BigDecimal.ZERO);
        priceCharges = Objects.requireNonNullElse(priceCharges, BigDecimal.ZERO);
        deliveryMode = Objects.requireNonNullElse(deliveryMode, "");
        deliveryTerms = Objects.requireNonNullElse(deliveryTerms, "");
        notes = List.copyOf(Objects.requireNonNullElse(notes, List.of()));
        place = Objects.requireNonNullElse(place, PlaceNumbers.NONE);
    }

    /** Whether there is a discount on the price. */
    public boolean discounted() {
        return discountPercentage.signum() != 0 || discountAmount.signum() != 0;
    }

    /** Whether there is a discount for what several lines buy together. */
    public boolean multilineDiscounted() {
        return multilineDiscountPercentage.signum() != 0 || multilineDiscountAmount.signum() != 0;
    }

    /** Details to be changed here and there. The one place where a copy repeats every component. */
    private static final class Draft {

        private final OrderLineDetails before;
        private List<ScheduledDelivery> deliveries;
        private List<OrderCharge> charges;
        private Optional<ProductVariant> variant;
        private BigDecimal multilineDiscountPercentage;
        private BigDecimal multilineDiscountAmount;
        private BigDecimal priceCharges;
        private String deliveryMode;
        private String deliveryTerms;
        private List<String> notes;

        Draft(OrderLineDetails before) {
            this.before = before;
            this.deliveries = before.deliveries;
            this.charges = before.charges;
            this.variant = before.variant;
            this.multilineDiscountPercentage = before.multilineDiscountPercentage;
            this.multilineDiscountAmount = before.multilineDiscountAmount;
            this.priceCharges = before.priceCharges;
            this.deliveryMode = before.deliveryMode;
            this.deliveryTerms = before.deliveryTerms;
            this.notes = before.notes;
        }

        OrderLineDetails done() {
            return new OrderLineDetails(
                    before.discountPercentage,
                    before.discountAmount,
                    before.requestedShip,
                    before.confirmedDelivery,
                    before.confirmedShip,
                    deliveries,
                    before.customerReference,
                    before.requisition,
                    charges,
                    variant,
                    before.variantNumber,
                    multilineDiscountPercentage,
                    multilineDiscountAmount,
                    priceCharges,
                    deliveryMode,
                    deliveryTerms,
                    notes,
                    before.place);
        }
    }

    private OrderLineDetails changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** The same with this discount for what several lines buy together and these charges on the price. */
    public OrderLineDetails priced(BigDecimal multilinePercentage, BigDecimal multilineAmount, BigDecimal onPrice) {
        return changed(draft -> {
            draft.multilineDiscountPercentage = multilinePercentage;
            draft.multilineDiscountAmount = multilineAmount;
            draft.priceCharges = onPrice;
        });
    }

    /** The same with further texts for the vendor. */
    public OrderLineDetails noted(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return changed(draft -> draft.notes = all);
    }

    /** The same on its own way and under its own terms. */
    public OrderLineDetails travelling(String mode, String terms) {
        return changed(draft -> {
            draft.deliveryMode = mode;
            draft.deliveryTerms = terms;
        });
    }

    /** The same with these deliveries. */
    public OrderLineDetails delivered(List<ScheduledDelivery> others) {
        return changed(draft -> draft.deliveries = others);
    }

    /** The same with these charges. */
    public OrderLineDetails charged(List<OrderCharge> others) {
        return changed(draft -> draft.charges = others);
    }

    /** The same of this variant. */
    public OrderLineDetails of(ProductVariant other) {
        return changed(draft -> draft.variant = Optional.of(other));
    }

    /** Whether both are of the same variant. */
    public boolean sameVariant(OrderLineDetails other) {
        return variant.orElse(ProductVariant.NONE).same(other.variant.orElse(ProductVariant.NONE));
    }

    /** Whether both say the same of discounts, charges, references, terms and texts; days and deliveries are not looked at. */
    public boolean sameTerms(OrderLineDetails other) {
        return discountPercentage.compareTo(other.discountPercentage) == 0
                && discountAmount.compareTo(other.discountAmount) == 0
                && multilineDiscountPercentage.compareTo(other.multilineDiscountPercentage) == 0
                && multilineDiscountAmount.compareTo(other.multilineDiscountAmount) == 0
                && priceCharges.compareTo(other.priceCharges) == 0
                && deliveryMode.equals(other.deliveryMode)
                && deliveryTerms.equals(other.deliveryTerms)
                && notes.equals(other.notes)
                && customerReference.equals(other.customerReference)
                && requisition.equals(other.requisition)
                && OrderCharge.same(charges, other.charges);
    }

    /** Whether both ask for the same days and deliveries; what the vendor promised is not looked at. */
    public boolean sameDays(OrderLineDetails other) {
        return requestedShip.equals(other.requestedShip) && ScheduledDelivery.same(deliveries, other.deliveries);
    }
}
