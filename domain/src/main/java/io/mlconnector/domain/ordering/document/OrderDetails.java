package io.mlconnector.domain.ordering.document;

import io.mlconnector.domain.trade.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

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
 * @param totals what F&O says that the order comes to; empty if it does not
 * @param kind what kind of order it is
 * @param pricesIncludeTax whether sales tax is in the prices
 * @param companyName name of the buying company; may be empty
 * @param invoiceAddress where the invoice goes; empty if F&O names no such address
 * @param place numbers of the place of delivery
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
        BigDecimal unreadCharges,
        Optional<OrderTotals> totals,
        OrderKind kind,
        boolean pricesIncludeTax,
        String companyName,
        Optional<Address> invoiceAddress,
        PlaceNumbers place) {

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
            BigDecimal.ZERO,
            Optional.empty(),
            OrderKind.UNKNOWN,
            false,
            "",
            Optional.empty(),
            PlaceNumbers.NONE);

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
        Objects.requireNonNull(totals, "totals");
        // What was stored by an earlier version does not say these.
        kind = Objects.requireNonNullElse(kind, OrderKind.UNKNOWN);
        companyName = Objects.requireNonNullElse(companyName, "");
        Objects.requireNonNull(invoiceAddress, "invoiceAddress");
        place = Objects.requireNonNullElse(place, PlaceNumbers.NONE);
    }

    /** Details to be changed here and there. The one place where a copy repeats every component. */
    private static final class Draft {

        private final OrderDetails before;
        private List<String> notes;
        private List<OrderCharge> charges;
        private BigDecimal unreadCharges;
        private Optional<OrderTotals> totals;
        private OrderKind kind;
        private String companyName;

        Draft(OrderDetails before) {
            this.before = before;
            this.notes = before.notes;
            this.charges = before.charges;
            this.unreadCharges = before.unreadCharges;
            this.totals = before.totals;
            this.kind = before.kind;
            this.companyName = before.companyName;
        }

        OrderDetails done() {
            return new OrderDetails(
                    before.deliveryMode,
                    before.shippingCarrier,
                    before.requestedShip,
                    before.confirmedDelivery,
                    before.confirmedShip,
                    before.cashDiscount,
                    before.cashDiscountPercentage,
                    before.totalDiscountPercentage,
                    before.email,
                    before.pool,
                    before.project,
                    before.buyerGroup,
                    notes,
                    charges,
                    unreadCharges,
                    totals,
                    kind,
                    before.pricesIncludeTax,
                    companyName,
                    before.invoiceAddress,
                    before.place);
        }
    }

    private OrderDetails changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** The same with these charges. */
    public OrderDetails charged(List<OrderCharge> others) {
        return charged(others, BigDecimal.ZERO);
    }

    /** The same with these charges, and with charges of which only the sum is known. */
    public OrderDetails charged(List<OrderCharge> others, BigDecimal unread) {
        return changed(draft -> {
            draft.charges = others;
            draft.unreadCharges = unread;
        });
    }

    /** The same with what F&O says that the order comes to. */
    public OrderDetails totalling(OrderTotals others) {
        return changed(draft -> draft.totals = Optional.of(others));
    }

    /** The same of an order of this kind. */
    public OrderDetails of(OrderKind other) {
        return changed(draft -> draft.kind = other);
    }

    /** The same with further texts for the vendor. */
    public OrderDetails noted(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return changed(draft -> draft.notes = all);
    }

    /** The same of a buying company of this name. */
    public OrderDetails boughtBy(String name) {
        return changed(draft -> draft.companyName = name);
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
                && unreadCharges.compareTo(other.unreadCharges) == 0
                && pricesIncludeTax == other.pricesIncludeTax
                && (invoiceAddress.isEmpty() || invoiceAddress.equals(other.invoiceAddress));
    }
}
