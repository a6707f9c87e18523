package io.mlconnector.domain.invoicing;

import java.util.List;
import java.util.Set;

/**
 * What F&O shows when it is asked for an invoice that is in doubt.
 *
 * @param found every invoice of that legal entity, vendor and number, pending and posted
 * @param parts of the pending one that is ours, numbered as by {@link InvoiceToPost#parts()}; empty if there is none
 */
public record InvoiceSearchResult(List<ExistingInvoice> found, Set<Integer> parts) {
    public InvoiceSearchResult {
        found = List.copyOf(found);
        parts = Set.copyOf(parts);
    }
}
