package io.mlconnector.domain.invoicing;

import java.util.Objects;

/**
 * A vendor invoice that F&O already has under the same legal entity, vendor and number.
 *
 * @param place pending or posted
 * @param reference the header reference of a pending invoice, the voucher or journal key of a posted one
 * @param mark what the description says; our own invoices carry their mark there; empty if F&O does not tell
 */
public record ExistingInvoice(Place place, String reference, String mark) {

    public ExistingInvoice {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(mark, "mark");
    }

    /** Where it is. */
    public enum Place {
        /** Among the pending vendor invoices. */
        PENDING,
        /** Posted to the ledger by F&O. */
        POSTED
    }
}
