package io.mlconnector.domain.ordering.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the header of a confirmed order says besides. All codes are those of F&O; a partner's writing profile knows what
 * they are in X12.
 *
 * @param deliveryMode how it travels; may be empty
 * @param shippingCarrier who carries it; may be empty
 * @param requestedShip when it is to leave the vendor; lines may say otherwise
 * @param confirmedDelivery when the vendor promised it
 * @param confirmedShip when the vendor promised to ship it
 * @param cashDiscount code of the discount for early payment; may be empty
 * @param cashDiscountPercentage percents of that discount; zero if there is none
 * @param totalDiscountPercentage percents off the sum of all lines; zero if there is none
 * @param email of whom to ask; may be empty
 * @param pool order pool, which many use for departments; may be empty
 * @param project may be empty
 * @param buyerGroup may be empty
 * @param notes texts for the vendor; none is blank
 * @param charges of the order as a whole
 * @param unreadCharges what all charges come to if F&O does not show them one by one; zero if it does
 */
public record OrderDetails(
        String deliveryMode,
        String shippingCarrier,
        Optional<LocalDate> requestedShip,
        Optional<LocalDate> confirmedDelivery,
        Optional<LocalDate> confirmedShip,
        String cashDiscount,
        BigDecimal cashDiscountPercentage,
        BigDecimal totalDiscountPercentage,
        String email,
        String pool,
        String project,
        String buyerGroup,
        List<String> notes,
        List<OrderCharge> charges,
        BigDecimal unreadCharges) {

    /** Nothing besides. */
    public static final OrderDetails NONE = new OrderDetails(
            "",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            "",
            "",
            "",
            "",
            List.of(),
            List.of(),
            BigDecimal.ZERO);

    public OrderDetails {
        Objects.requireNonNull(deliveryMode, "deliveryMode");
        Objects.requireNonNull(shippingCarrier, "shippingCarrier");
        Objects.requireNonNull(requestedShip, "requestedShip");
        Objects.requireNonNull(confirmedDelivery, "confirmedDelivery");
        Objects.requireNonNull(confirmedShip, "confirmedShip");
        Objects.requireNonNull(cashDiscount, "cashDiscount");
        Objects.requireNonNull(cashDiscountPercentage, "cashDiscountPercentage");
        Objects.requireNonNull(totalDiscountPercentage, "totalDiscountPercentage");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(buyerGroup, "buyerGroup");
        notes = List.copyOf(notes);
        Objects.requireNonNull(unreadCharges, "unreadCharges");
        charges = List.copyOf(charges);
    }

    /** The same with these charges. */
    public OrderDetails charged(List<OrderCharge> others) {
        return charged(others, BigDecimal.ZERO);
    }

    /** The same with these charges, and with charges of which only the sum is known. */
    public OrderDetails charged(List<OrderCharge> others, BigDecimal unread) {
        return new OrderDetails(
                deliveryMode,
                shippingCarrier,
                requestedShip,
                confirmedDelivery,
                confirmedShip,
                cashDiscount,
                cashDiscountPercentage,
                totalDiscountPercentage,
                email,
                pool,
                project,
                buyerGroup,
                notes,
                others,
                unread);
    }

    /**
     * Whether both ask the same of the vendor; how a number is written does not matter. What the vendor promised is not
     * looked at: nobody needs to tell him.
     */
    public boolean same(OrderDetails other) {
        return deliveryMode.equals(other.deliveryMode)
                && shippingCarrier.equals(other.shippingCarrier)
                && requestedShip.equals(other.requestedShip)
                && cashDiscount.equals(other.cashDiscount)
                && cashDiscountPercentage.compareTo(other.cashDiscountPercentage) == 0
                && totalDiscountPercentage.compareTo(other.totalDiscountPercentage) == 0
                && email.equals(other.email)
                && pool.equals(other.pool)
                && project.equals(other.project)
                && buyerGroup.equals(other.buyerGroup)
                && notes.equals(other.notes)
                && OrderCharge.same(charges, other.charges)
                && unreadCharges.compareTo(other.unreadCharges) == 0;
    }
}
