package io.mlconnector.domain.answering;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.sending.SendingState;
import io.mlconnector.domain.words.Acknowledgement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Until when a partner should have answered (reference x12, section 9.5): no answer in time is overdue, not rejected. */
public final class Deadline {
    private Deadline() {}

    /**
     * When the answer is due; empty if none is awaited.
     *
     * @param state where the document stands
     * @param acknowledgement what was answered so far
     * @param within how long the partner may take; empty if no answer is expected
     */
    public static Optional<Instant> of(FlowState state, Acknowledgement acknowledgement, Optional<Duration> within) {
        return acknowledgement == Acknowledgement.AWAITED && state instanceof SendingState.Delivered delivered
                ? within.map(delivered.at()::plus)
                : Optional.empty();
    }
}
