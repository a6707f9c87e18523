package io.mlconnector.ports.memory;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.HistoryEntry;
import io.mlconnector.domain.flow.Problem;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.trade.ContentHash;
import io.mlconnector.ports.journal.DocumentId;
import io.mlconnector.ports.journal.NewDocument;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of a received document whose dedupe key is taken: with the same fingerprint it is a duplicate, with
 * another one it is held.
 *
 * @param state where it begins in place of its own state
 * @param duplicateOf the document that it repeats; empty if it only has its numbers
 * @param entry for its history
 */
record Repeats(FlowState state, Optional<DocumentId> duplicateOf, HistoryEntry entry) {

    static Repeats of(NewDocument document, DocumentId earlier, Optional<ContentHash> fingerprint, Instant now) {
        if (document.fingerprint().equals(fingerprint)) {
            Problem why = Problem.of(
                    "document-repeated",
                    earlier.text(),
                    "The same document was received before: it is document " + earlier
                            + ". Nothing is done with this copy.");
            return new Repeats(
                    new InvoiceState.Duplicate(why),
                    Optional.of(earlier),
                    HistoryEntry.entry(now, "duplicate", why.with("earlier", earlier.text())));
        }
        Problem why = Problem.of(
                "control-numbers-reused",
                earlier.text(),
                "The numbers of this document were used before by document " + earlier
                        + ", which has other content. Ask the partner which of them counts; then release or discard"
                        + " this one.");
        return new Repeats(
                new InvoiceState.Held(why, resume(document.state())),
                Optional.empty(),
                HistoryEntry.entry(now, "held", why.with("earlier", earlier.text())));
    }

    /** Where a released document goes on; never a state in which it stands still. */
    private static InvoiceState resume(FlowState state) {
        return switch (state) {
            case InvoiceState.Held(Problem ignored, InvoiceState resume) -> resume;
            case InvoiceState.Failed(Problem ignored, InvoiceState resume) -> resume;
            case InvoiceState.Discarded(Problem ignored, InvoiceState before) -> resume(before);
            case InvoiceState.Duplicate ignored -> new InvoiceState.Received(Set.of(), 0);
            case InvoiceState moving -> moving;
            default -> new InvoiceState.Received(Set.of(), 0);
        };
    }
}
