package io.mlconnector.domain.intake;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Kept;
import io.mlconnector.domain.invoicing.InvoiceState;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import java.util.Optional;
import java.util.Set;

/** In which state a received transaction set enters the journal. */
public final class EntryState {

    private EntryState() {}

    /** What a received set is to us. */
    public enum Kind {
        /** It goes on to F&O. */
        INVOICE,
        /** It speaks of something that we sent. */
        ANSWER,
        /** Nothing is done with it: it is filed away, as agreed with the partner. */
        FILED
    }

    /**
     * The state. Whatever cannot be processed waits for a person; nothing of it is done with silently.
     *
     * @param kind what it is to us
     * @param against why it is not processed; empty if it may be
     * @param unmatched why it answers nothing of ours; empty if it does, or is no answer
     * @param set its kind, ST01, for the note on what is filed away
     */
    public static FlowState of(Kind kind, Optional<Problem> against, Optional<Problem> unmatched, String set) {
        InvoiceState.Received begin = new InvoiceState.Received(Set.of(), 0);
        if (against.isPresent()) {
            return Held.because(against.get(), begin);
        }
        return switch (kind) {
            case INVOICE -> begin;
            case ANSWER -> new Kept(unmatched);
            case FILED ->
                new Kept(Optional.of(Problem.of(
                        ProblemCode.SET_NOT_PROCESSED,
                        set,
                        "Transaction set " + set + " is filed away, as agreed with the partner; nothing is done with"
                                + " it.")));
        };
    }

    /** Of bytes that belong to no document: they wait for a person. */
    public static FlowState unread(Problem why) {
        return Held.because(why, new InvoiceState.Received(Set.of(), 0));
    }
}
