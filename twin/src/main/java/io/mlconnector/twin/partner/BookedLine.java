package io.mlconnector.twin.partner;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A line of an order as the partner has it in its books.
 *
 * @param number PO101 as received
 * @param quantity ordered, or on an invoice: invoiced
 * @param unit X12 unit
 * @param price price
 * @param basis price basis as received, empty for per unit
 * @param ids product ids: qualifier, id, qualifier, id
 * @param description text
 */
public record BookedLine(
        String number,
        BigDecimal quantity,
        String unit,
        BigDecimal price,
        String basis,
        List<String> ids,
        String description) {

    BookedLine of(BigDecimal otherQuantity) {
        return new BookedLine(number, otherQuantity, unit, price, basis, ids, description);
    }

    BookedLine at(BigDecimal otherPrice) {
        return new BookedLine(number, quantity, unit, otherPrice, basis, ids, description);
    }

    /** The same goods at the same amount, in boxes of so many. */
    BookedLine inBoxesOf(int pieces) {
        BigDecimal many = BigDecimal.valueOf(pieces);
        return new BookedLine(number, quantity.divide(many), "BX", price.multiply(many), basis, ids, description);
    }

    BookedLine withoutIds() {
        return new BookedLine(number, quantity, unit, price, basis, List.of(), description);
    }

    BookedLine described(String text) {
        return new BookedLine(number, quantity, unit, price, basis, ids, text);
    }

    /**
     * The net amount of the line.
     *
     * @return quantity times price, the price being for as many units as its basis says, to two places
     */
    public BigDecimal amount() {
        return quantity.multiply(price).divide(per(), 2, RoundingMode.HALF_UP);
    }

    private BigDecimal per() {
        return switch (basis) {
            case "HP" -> BigDecimal.valueOf(100);
            case "TP" -> BigDecimal.valueOf(1000);
            case "PD" -> BigDecimal.valueOf(12);
            case "PN" -> BigDecimal.TEN;
            default -> BigDecimal.ONE;
        };
    }
}
