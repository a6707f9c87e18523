package io.mlconnector.domain.invoicing;

import io.mlconnector.domain.invoicing.written.PostedInvoice;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What F&O shows when it is asked for an invoice that is in doubt.
 *
 * @param found every invoice of that legal entity, vendor and number, pending and posted
 * @param ours what the pending one has that is ours; empty if there is none
 * @param posted what the journal tells of a posted one that is ours, or of which nobody can tell whose it is; empty if there is none
 */
public record InvoiceSearchResult(
        List<ExistingInvoice> found, Optional<WrittenInvoice> ours, Optional<PostedInvoice> posted) {
    public InvoiceSearchResult {
        found = List.copyOf(found);
        Objects.requireNonNull(ours, "ours");
        Objects.requireNonNull(posted, "posted");
    }

    /** Where nothing is posted, or nothing is known of it but that it is. */
    public InvoiceSearchResult(List<ExistingInvoice> found, Optional<WrittenInvoice> ours) {
        this(found, ours, Optional.empty());
    }

    /** The parts of the pending one that is ours, numbered as by {@link InvoiceToPost#parts()}; empty if there is none. */
    public Set<Integer> parts() {
        return ours.map(WrittenInvoice::parts).orElseGet(Set::of);
    }
}
