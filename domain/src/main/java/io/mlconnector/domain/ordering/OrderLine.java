package io.mlconnector.domain.ordering;

import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

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
        Optional<Address> deliveryAddress) {

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
    }
}
