package io.mlconnector.domain.answering.acknowledgement;

import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.Usage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that is answered to one interchange, in one interchange of our own.
 *
 * @param interchangeNumber ISA13 of the interchange that is answered, as received
 * @param usage its ISA15: the answer has the same
 * @param acknowledgement the TA1; empty if none is asked for or agreed
 * @param groups a 997 each; empty if none is agreed or there is nothing to answer
 */
public record InterchangeAnswer(
        String interchangeNumber,
        Usage usage,
        Optional<InterchangeAcknowledgement> acknowledgement,
        List<GroupAcknowledgement> groups) {
    public InterchangeAnswer {
        Objects.requireNonNull(interchangeNumber, "interchangeNumber");
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(acknowledgement, "acknowledgement");
        groups = List.copyOf(groups);
    }

    /** ST01 of what it is made of: 997, or TA1 where there is no set at all. */
    public String transactionSetId() {
        return groups.isEmpty() ? "TA1" : "997";
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return acknowledgement.isEmpty() && groups.isEmpty();
    }
}
