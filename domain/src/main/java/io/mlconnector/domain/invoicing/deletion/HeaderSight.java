package io.mlconnector.domain.invoicing.deletion;

import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.written.WrittenInvoice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What F&O shows before a header is deleted.
 *
 * @param pending what is pending under its reference; empty if nothing is
 * @param others every invoice of that legal entity, vendor and number, pending and posted; only asked for where nothing is pending
 */
public record HeaderSight(Optional<WrittenInvoice> pending, List<ExistingInvoice> others) {
    public HeaderSight {
        Objects.requireNonNull(pending, "pending");
        others = List.copyOf(others);
    }
}
