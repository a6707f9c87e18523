package io.mlconnector.runtime.journal;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.invoicing.VendorInvoice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A received transaction set as it is stored beside its document.
 *
 * @param reference where it stood
 * @param invoice what it says, if it is a readable invoice
 * @param problems what is wrong with it
 */
public record ReceivedSet(EnvelopeReference reference, Optional<VendorInvoice> invoice, List<SyntaxProblem> problems) {
    public ReceivedSet {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(invoice, "invoice");
        problems = List.copyOf(problems);
    }
}
