package io.mlconnector.domain.acknowledgement;

import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that is answered to one interchange, in one interchange of our own.
 *
 * @param acknowledgement the TA1; empty if none is asked for or agreed
 * @param groups a 997 each; empty if none is agreed or there is nothing to answer
 */
public record InterchangeAnswer(
        Optional<InterchangeAcknowledgement> acknowledgement, List<GroupAcknowledgement> groups) {
    public InterchangeAnswer {
        Objects.requireNonNull(acknowledgement, "acknowledgement");
        groups = List.copyOf(groups);
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return acknowledgement.isEmpty() && groups.isEmpty();
    }
}
