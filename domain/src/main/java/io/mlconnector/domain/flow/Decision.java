package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a decision function answers: the next state, the one thing to do then, and what goes into the history. The
 * state is committed before the step is taken.
 *
 * @param next the state to store
 * @param step what to do after that; at most one write to a remote system
 * @param history what happened, in order
 */
public record Decision(FlowState next, Step step, List<HistoryEntry> history) {

    public Decision {
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(step, "step");
        history = List.copyOf(history);
    }

    /** A decision with one entry for the history. */
    public static Decision of(FlowState next, Step step, HistoryEntry entry) {
        return new Decision(next, step, List.of(entry));
    }

    /** Nothing more to do in this state. */
    public static Decision rest(FlowState state) {
        return new Decision(state, new Step.Rest(), List.of());
    }

    /** The same decision with an earlier part of the history before its own. */
    public Decision after(List<HistoryEntry> earlier) {
        List<HistoryEntry> all = new ArrayList<>(earlier);
        all.addAll(history);
        return new Decision(next, step, all);
    }
}
