package io.mlconnector.domain.flow;

/** Stopped on its way, to go on from the same place: it is held, or it has failed. */
public sealed interface Halted extends Stopped, Restorable permits Held, Failed {

    /** Where it goes on. */
    Progress resume();

    @Override
    default Restorable before() {
        return resume();
    }
}
