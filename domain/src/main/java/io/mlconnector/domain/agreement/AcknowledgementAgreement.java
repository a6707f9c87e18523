package io.mlconnector.domain.agreement;

import io.mlconnector.domain.agreement.OrderAgreement.OnUnknownOutcome;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswers.Confirmation;
import java.util.Objects;

/**
 * How a partner's interchanges are answered with 997s and TA1s.
 *
 * @param folder at the gateway into which the answers go
 * @param confirmation when a TA1 is sent
 * @param together whether a TA1 goes in one interchange with the 997s; many readers refuse that, so that it usually has
 *     one of its own
 * @param onUnknownOutcome what is done when nobody can tell whether an upload arrived; the same answer twice harms nobody
 */
public record AcknowledgementAgreement(
        FolderReference folder, Confirmation confirmation, boolean together, OnUnknownOutcome onUnknownOutcome) {
    public AcknowledgementAgreement {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(confirmation, "confirmation");
        Objects.requireNonNull(onUnknownOutcome, "onUnknownOutcome");
    }

    /** A TA1 has an interchange of its own. */
    public AcknowledgementAgreement(
            FolderReference folder, Confirmation confirmation, OnUnknownOutcome onUnknownOutcome) {
        this(folder, confirmation, false, onUnknownOutcome);
    }
}
