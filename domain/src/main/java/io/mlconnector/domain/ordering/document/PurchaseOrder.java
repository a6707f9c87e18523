package io.mlconnector.domain.ordering.document;

import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.VendorAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One revision of a purchase order as it was confirmed: the snapshot of the confirmation, not the order's present
 * state.
 *
 * @param key names the revision
 * @param confirmationDate day of this confirmation
 * @param orderDate day of the order, the same on every revision (BEG05)
 * @param vendor who delivers
 * @param invoiceVendor who sends the invoice; usually the vendor
 * @param currency of all prices
 * @param vendorReference the vendor's own reference; may be empty
 * @param requestedDelivery when the goods are wanted; lines may say otherwise
 * @param paymentTerms F&O code of the terms of payment; may be empty
 * @param deliveryTerms F&O code of the terms of delivery; may be empty
 * @param buyer name or e-mail address of whom to ask; may be empty
 * @param deliveryAddress where the goods go; lines may say otherwise
 * @param lines all lines, cancelled ones included, in order of their numbers; at least one
 * @param details what its header says besides
 */
public record PurchaseOrder(
        OrderKey key,
        LocalDate confirmationDate,
        LocalDate orderDate,
        VendorAccount vendor,
        VendorAccount invoiceVendor,
        CurrencyCode currency,
        String vendorReference,
        Optional<LocalDate> requestedDelivery,
        String paymentTerms,
        String deliveryTerms,
        String buyer,
        Optional<Address> deliveryAddress,
        List<OrderLine> lines,
        OrderDetails details) {

    public PurchaseOrder {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(confirmationDate, "confirmationDate");
        Objects.requireNonNull(orderDate, "orderDate");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(invoiceVendor, "invoiceVendor");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(vendorReference, "vendorReference");
        Objects.requireNonNull(requestedDelivery, "requestedDelivery");
        Objects.requireNonNull(paymentTerms, "paymentTerms");
        Objects.requireNonNull(deliveryTerms, "deliveryTerms");
        Objects.requireNonNull(buyer, "buyer");
        Objects.requireNonNull(deliveryAddress, "deliveryAddress");
        Objects.requireNonNull(details, "details");
        lines = List.copyOf(lines);
    }

    /** The same order with other details. */
    public PurchaseOrder with(OrderDetails others) {
        return having(lines, others);
    }

    /** The same order with other lines and details. */
    public PurchaseOrder having(List<OrderLine> otherLines, OrderDetails others) {
        return copy(key, otherLines, others);
    }

    /** The same as another revision. */
    public PurchaseOrder as(OrderKey other) {
        return copy(other, lines, details);
    }

    private PurchaseOrder copy(OrderKey otherKey, List<OrderLine> otherLines, OrderDetails others) {
        return new PurchaseOrder(
                otherKey,
                confirmationDate,
                orderDate,
                vendor,
                invoiceVendor,
                currency,
                vendorReference,
                requestedDelivery,
                paymentTerms,
                deliveryTerms,
                buyer,
                deliveryAddress,
                otherLines,
                others);
    }

    /** The lines that are still bought. */
    public List<OrderLine> openLines() {
        return lines.stream().filter(line -> !line.cancelled()).toList();
    }

    /** The line with this number, open or cancelled. */
    public Optional<OrderLine> line(long number) {
        return lines.stream().filter(line -> line.number() == number).findFirst();
    }
}
