package io.mlconnector.domain.ordering.document;

/** What kind of order it is: F&O's {@code PurchaseType} (reference dynamics, section 4.3). */
public enum OrderKind {
    /** F&O did not tell, or told a word of the tenant's own; it counts as a purchase. */
    UNKNOWN("order of a kind that F&O did not tell"),
    /** {@code Purch}: something is bought. */
    PURCHASE("purchase order"),
    /** {@code Journal}: a draft that nobody shall deliver. */
    JOURNAL("journal order"),
    /** {@code DEL_Blanket}: a frame; what is delivered is released by orders of its own. */
    BLANKET("blanket order"),
    /** {@code ReturnItem}: goods go back to the vendor. */
    RETURN("return order"),
    /** {@code DEL_Quotation} and {@code DEL_Subscription}, which F&O does not make any more. */
    FORMER("quotation or subscription");

    private final String words;

    OrderKind(String words) {
        this.words = words;
    }

    /** For people, such as {@code return order}. */
    public String words() {
        return words;
    }

    /** The kind that F&O names by this symbol; may be empty. */
    public static OrderKind of(String symbol) {
        return switch (symbol.strip()) {
            case "Purch" -> PURCHASE;
            case "Journal" -> JOURNAL;
            case "DEL_Blanket", "Blanket" -> BLANKET;
            case "ReturnItem" -> RETURN;
            case "DEL_Quotation", "DEL_Subscription", "Quotation", "Subscription" -> FORMER;
            default -> UNKNOWN;
        };
    }

    /** This kind if it is known, else the other one. */
    public OrderKind or(OrderKind other) {
        return this == UNKNOWN ? other : this;
    }
}
