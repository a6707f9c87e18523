package io.mlconnector.domain.flow;

import java.util.Objects;

/**
 * A change of state that a flow may make. Each flow declares all of its own; whatever is not declared is a defect.
 *
 * @param from simple name of the state that is left
 * @param to simple name of the state that is entered; the same name for another attempt or another question
 * @param because what brings it about, in a few words
 */
public record Transition(String from, String to, String because) {

    public Transition {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(because, "because");
    }

    /** From one kind of state to another. */
    public static Transition of(Class<? extends FlowState> from, Class<? extends FlowState> to, String because) {
        return new Transition(from.getSimpleName(), to.getSimpleName(), because);
    }
}
