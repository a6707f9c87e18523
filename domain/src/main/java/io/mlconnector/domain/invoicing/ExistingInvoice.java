package io.mlconnector.domain.invoicing;

import java.util.Objects;
import java.util.Optional;

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

    /** What our invoices say of themselves in F&O, before their mark. */
    public static final String SIGN = "ml-connector ";

    /** The mark, if it was a document of ours that created it; empty if somebody else did, or nobody can tell. */
    public Optional<String> ourMark() {
        return mark.startsWith(SIGN) ? Optional.of(mark.substring(SIGN.length()).strip()) : Optional.empty();
    }

    /** Whether it is posted and nothing says who created it: the journal of many environments has no description. */
    public boolean ofUnknownOrigin() {
        return place == Place.POSTED && mark.isBlank();
    }

    /** Where it is. */
    public enum Place {
        /** Among the pending vendor invoices. */
        PENDING,
        /** Posted to the ledger by F&O. */
        POSTED
    }
}
