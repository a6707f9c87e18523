package io.mlconnector.twin.scenario;

import java.util.List;

/**
 * How a partner answers orders: one file, sent once all of them have been received.
 *
 * @param partner partner id
 * @param orders purchase order numbers, one invoice each
 * @param twist what is special about the file
 */
public record PlannedAnswer(String partner, List<String> orders, Twist twist) {

    /** What is special about an answer. */
    public enum Twist {
        /** Nothing: one interchange, as ordered. */
        NONE,
        /** Each invoice in an interchange of its own, in the one file. */
        INTERCHANGE_EACH,
        /** As ordered, and a charge for freight. */
        FREIGHT,
        /** As ordered, and a charge for freight and tax. */
        FREIGHT_AND_TAX,
        /** As ordered, the first line in boxes of ten instead of pieces. */
        IN_BOXES,
        /** Half of each line; the rest is not invoiced. */
        HALF,
        /** No product ids on the lines. */
        NO_PRODUCT_IDS,
        /** The first line's price is a quarter above the order's. */
        PRICE_TOO_HIGH,
        /** One line more than was ordered, with an unknown item. */
        UNKNOWN_ITEM
    }

    /** Copies the list. */
    public PlannedAnswer {
        orders = List.copyOf(orders);
    }
}
