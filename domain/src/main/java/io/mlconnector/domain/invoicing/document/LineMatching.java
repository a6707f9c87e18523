package io.mlconnector.domain.invoicing.document;

import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How F&O wants the invoices of one order line to be matched.
 *
 * @param policy {@code VendorInvoiceMatchingPolicy}; empty if F&O does not tell
 * @param overDelivery fraction of the ordered quantity that may be delivered on top; 0 or more
 */
public record LineMatching(Optional<Matching> policy, BigDecimal overDelivery) {

    /** F&O tells nothing. */
    public static final LineMatching UNTOLD = new LineMatching(Optional.empty(), BigDecimal.ZERO);

    public LineMatching {
        Objects.requireNonNull(policy, "policy");
        if (overDelivery.signum() < 0) {
            throw new IllegalArgumentException("The over-delivery is 0 or more, not " + overDelivery.toPlainString());
        }
    }
}
