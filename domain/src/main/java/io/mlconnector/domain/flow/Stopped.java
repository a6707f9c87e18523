package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.Stage;
import java.util.Optional;

/** A document that was stopped: nothing happens to it until a person says so. */
public sealed interface Stopped extends FlowState permits Halted, Discarded {

    /** Why it was stopped, and what to do. */
    Problem why();

    /** Where it was stopped. */
    Restorable before();

    @Override
    default Progress progress() {
        return before().progress();
    }

    @Override
    default Stage stage() {
        return before().stage();
    }

    @Override
    default boolean mayHaveWritten() {
        return before().mayHaveWritten();
    }

    @Override
    default Optional<Problem> reason() {
        return Optional.of(why());
    }
}
