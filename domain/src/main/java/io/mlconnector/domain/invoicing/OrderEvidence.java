package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.invoicing.document.ReceivedQuantity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What F&O knows of one order besides the order: who invoiced what of it, and what was received.
 *
 * @param pending what pending invoices claim; empty if F&O does not tell
 * @param posted what posted invoices billed, credits negative; empty if F&O does not tell
 * @param received what was received; empty if F&O does not tell
 */
public record OrderEvidence(
        Optional<List<InvoicedQuantity>> pending,
        Optional<List<InvoicedQuantity>> posted,
        Optional<List<ReceivedQuantity>> received) {

    /** F&O tells nothing. */
    public static final OrderEvidence NONE = new OrderEvidence(Optional.empty(), Optional.empty(), Optional.empty());

    public OrderEvidence {
        Objects.requireNonNull(pending, "pending");
        Objects.requireNonNull(posted, "posted");
        Objects.requireNonNull(received, "received");
        pending = pending.map(List::copyOf);
        posted = posted.map(List::copyOf);
        received = received.map(List::copyOf);
    }
}
