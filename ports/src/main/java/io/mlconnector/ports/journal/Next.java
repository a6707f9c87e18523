package io.mlconnector.ports.journal;

import io.mlconnector.domain.flow.Step;
import java.time.Instant;
import java.util.Objects;

/** What happens to a document after a change of it was stored. */
public sealed interface Next {

    /** It is worked on right away: the claim on it is renewed. */
    record GoOn() implements Next {}

    /**
     * Nobody works on it until then.
     *
     * @param at when it is taken up again
     */
    record TakeUp(Instant at) implements Next {
        public TakeUp {
            Objects.requireNonNull(at, "at");
        }
    }

    /** Nobody works on it any more, or not before a person decides. */
    record Rest() implements Next {}

    /** What a decision asks for. */
    static Next of(Step step) {
        return switch (step) {
            case Step.Prepare ignored -> new GoOn();
            case Step.Write ignored -> new GoOn();
            case Step.Ask ignored -> new GoOn();
            case Step.WaitUntil(Instant until) -> new TakeUp(until);
            case Step.Rest ignored -> new Rest();
        };
    }
}
