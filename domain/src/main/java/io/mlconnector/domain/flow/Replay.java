package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.HistoryEntry;
import java.util.List;
import java.util.Objects;

/**
 * What becomes of a person's wish to have a document done again. The guards are those of the first time: whatever a remote
 * system may have is never begun anew.
 */
public sealed interface Replay {

    /**
     * It is done again.
     *
     * @param decision where it goes on
     */
    record Again(Decision decision) implements Replay {
        public Again {
            Objects.requireNonNull(decision, "decision");
        }
    }

    /**
     * There is nothing to be done: what was wanted is there already. That somebody wanted it is written down.
     *
     * @param decision leaves the document as it is
     * @param why what is there already, such as {@code delivered as … on 2026-05-03.}
     */
    record Nothing(Decision decision, String why) implements Replay {
        public Nothing {
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(why, "why");
        }
    }

    /**
     * It is not possible; nothing is written down.
     *
     * @param why the reason, and what is possible instead
     */
    record Refused(String why) implements Replay {
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }

    /** It goes on in this state at once. */
    static Replay again(FlowState next, HistoryEntry who) {
        return new Again(Decision.of(next, new Step.WaitUntil(who.at()), who));
    }

    /** It stays as it is, and the attempt is written down. */
    static Replay nothing(FlowState state, String why, HistoryEntry who) {
        return new Nothing(
                new Decision(
                        state,
                        new Step.Rest(),
                        List.of(who, HistoryEntry.entry(who.at(), "nothing-to-do", "Nothing: " + why))),
                why);
    }

    /** It is not possible. */
    static Replay refused(String why) {
        return new Refused(why);
    }
}
