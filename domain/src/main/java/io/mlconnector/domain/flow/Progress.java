package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import java.util.Optional;

/** A place on the way of one flow: on the move, in doubt, or at an end that the flow itself reached. */
public non-sealed interface Progress extends Restorable {

    @Override
    default Progress progress() {
        return this;
    }

    @Override
    default Condition condition() {
        return Condition.MOVING;
    }

    @Override
    default boolean mayHaveWritten() {
        return false;
    }

    @Override
    default Optional<Problem> reason() {
        return Optional.empty();
    }

    /**
     * Where the document goes on when a person releases it, having seen why it was held.
     *
     * @param held why, and what the person accepts
     */
    default Progress released(Held held) {
        return this;
    }
}
