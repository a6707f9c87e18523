package io.mlconnector.ports.stored;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.invoicing.document.VendorInvoice;
import io.mlconnector.ports.edi.Content;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A received transaction set as it is stored beside its document.
 *
 * @param reference where it stood
 * @param invoice what it says, if it is a readable invoice
 * @param answer what it says, if it is a readable answer to something of ours
 * @param problems what is wrong with it
 */
public record ReceivedSet(
        EnvelopeReference reference,
        Optional<VendorInvoice> invoice,
        Optional<Content> answer,
        List<SyntaxProblem> problems) {
    public ReceivedSet {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(invoice, "invoice");
        Objects.requireNonNull(answer, "answer");
        problems = List.copyOf(problems);
    }

    /** A set that is an invoice, and so answers nothing. */
    public static ReceivedSet ofInvoice(
            EnvelopeReference reference, VendorInvoice invoice, List<SyntaxProblem> problems) {
        return new ReceivedSet(reference, Optional.of(invoice), Optional.empty(), problems);
    }
}
