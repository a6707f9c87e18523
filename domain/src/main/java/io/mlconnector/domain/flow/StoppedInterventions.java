package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.HistoryEntry;
import io.mlconnector.domain.words.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person can do to a stopped document, whatever its flow. Pure: time comes in with the entry that says who did it and
 * why.
 */
public final class StoppedInterventions {

    private StoppedInterventions() {}

    /**
     * A person lets a held document go on, accepting what it was held for; a failed one is tried again.
     *
     * @return empty if the document neither is held nor has failed
     */
    public static Optional<Decision> release(FlowState state, HistoryEntry who) {
        return switch (state) {
            case Held held -> goOn(held.resume().released(held), who);
            case Failed failed -> goOn(failed.resume(), who);
            case Discarded ignored -> Optional.empty();
            case Progress ignored -> Optional.empty();
        };
    }

    /**
     * Work on a document broke off again and again for a reason of our own: it is stopped where it stands, and a person decides.
     * What may have been written before stays in doubt.
     *
     * @param now when
     */
    public static Decision hold(FlowState state, Problem why, Instant now) {
        return state instanceof Stopped
                ? Decision.rest(state)
                : Decision.of(
                        Held.because(why, state.progress()), new Step.Rest(), HistoryEntry.entry(now, "held", why));
    }

    /** A person discards the document; empty if it moves, is done or was discarded already. */
    public static Optional<Decision> discard(FlowState state, Problem why, HistoryEntry who) {
        return state instanceof Halted halted
                ? Optional.of(Decision.of(Discarded.because(why, halted), new Step.Rest(), who))
                : Optional.empty();
    }

    /** A person brings a discarded document back to where it was; empty if it is not discarded. */
    public static Optional<Decision> restore(FlowState state, HistoryEntry who) {
        if (!(state instanceof Discarded discarded)) {
            return Optional.empty();
        }
        return switch (discarded.before()) {
            case Halted halted -> Optional.of(Decision.of(halted, new Step.Rest(), who));
            case Progress progress -> goOn(progress, who);
        };
    }

    private static Optional<Decision> goOn(Progress next, HistoryEntry who) {
        return Optional.of(Decision.of(next, new Step.WaitUntil(who.at()), who));
    }
}
