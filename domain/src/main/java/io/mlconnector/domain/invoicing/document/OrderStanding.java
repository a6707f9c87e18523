package io.mlconnector.domain.invoicing.document;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How far an order has come in F&O, by the words of its two enums (reference dynamics, section 4.3). A word that is not known here
 * says nothing against an invoice.
 *
 * @param approval {@code DocumentApprovalStatus}; may be empty
 * @param status {@code PurchaseOrderStatus}; may be empty
 */
public record OrderStanding(String approval, String status) {

    /** Nothing speaks against an invoice. */
    public static final OrderStanding OPEN = new OrderStanding("", "");

    /** Not released yet, or closed for good: F&O posts nothing against it. */
    private static final Set<String> NOT_RELEASED = Set.of("draft", "inreview", "rejected", "finalized");

    /** All of it was invoiced, or none of it will be. */
    private static final Set<String> OVER = Set.of("invoiced", "canceled");

    public OrderStanding {
        Objects.requireNonNull(approval, "approval");
        Objects.requireNonNull(status, "status");
    }

    /** The word that says why F&O takes no invoice against it; empty if it does. */
    public Optional<String> closed() {
        if (OVER.contains(status.toLowerCase(Locale.ROOT))) {
            return Optional.of(status);
        }
        return NOT_RELEASED.contains(approval.toLowerCase(Locale.ROOT)) ? Optional.of(approval) : Optional.empty();
    }
}
