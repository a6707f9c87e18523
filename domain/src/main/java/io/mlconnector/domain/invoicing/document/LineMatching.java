package io.mlconnector.domain.invoicing.document;

import io.mlconnector.domain.agreement.InvoiceAgreement.Matching;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How F&O wants the invoices of one order line to be matched, and with what they can be.
 *
 * @param policy {@code VendorInvoiceMatchingPolicy}; empty if F&O does not tell
 * @param overDelivery fraction of the ordered quantity that may be delivered on top; 0 or more
 * @param priced whether F&O tells the price of the line
 * @param counted whether F&O tells the quantity of the line
 */
public record LineMatching(Optional<Matching> policy, BigDecimal overDelivery, boolean priced, boolean counted) {

    /** F&O tells nothing of how it is matched. */
    public static final LineMatching UNTOLD = new LineMatching(Optional.empty(), BigDecimal.ZERO);

    public LineMatching {
        Objects.requireNonNull(policy, "policy");
        if (overDelivery.signum() < 0) {
            throw new IllegalArgumentException("The over-delivery is 0 or more, not " + overDelivery.toPlainString());
        }
    }

    /** Of a line of which F&O tells price and quantity. */
    public LineMatching(Optional<Matching> policy, BigDecimal overDelivery) {
        this(policy, overDelivery, true, true);
    }
}
