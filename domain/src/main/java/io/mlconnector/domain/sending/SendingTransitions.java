package io.mlconnector.domain.sending;

import io.mlconnector.domain.flow.Discarded;
import io.mlconnector.domain.flow.Failed;
import io.mlconnector.domain.flow.Held;
import io.mlconnector.domain.flow.Transition;
import io.mlconnector.domain.sending.SendingState.Announced;
import io.mlconnector.domain.sending.SendingState.Delivered;
import io.mlconnector.domain.sending.SendingState.InDoubt;
import io.mlconnector.domain.sending.SendingState.Ready;
import io.mlconnector.domain.sending.SendingState.Uploading;
import java.util.List;

/** Every change of state that {@link SendingDecisions} may make. */
public final class SendingTransitions {

    /** All of them; an order begins as {@code Announced}. */
    public static final List<Transition> ALL = List.of(
            Transition.of(Announced.class, Announced.class, "could not be read now"),
            Transition.of(Announced.class, Uploading.class, "written, upload intended"),
            Transition.of(Announced.class, Delivered.class, "found in the folder, though the journal did not know"),
            Transition.of(Announced.class, Held.class, "cannot be aligned or written"),
            Transition.of(Announced.class, Failed.class, "read refused or given up"),
            Transition.of(Announced.class, Discarded.class, "nothing to tell"),
            Transition.of(Ready.class, Uploading.class, "upload intended"),
            Transition.of(Ready.class, Discarded.class, "a later revision was delivered meanwhile"),
            Transition.of(Ready.class, Held.class, "the journal was put back, or a person took back what let it go on"),
            Transition.of(
                    Ready.class, Delivered.class, "a person said that it was sent before the journal was put back"),
            Transition.of(Ready.class, Announced.class, "a person has it read again"),
            Transition.of(Ready.class, Ready.class, "a person has it sent now, or edited it"),
            Transition.of(Uploading.class, Delivered.class, "uploaded"),
            Transition.of(Uploading.class, Ready.class, "certainly not uploaded"),
            Transition.of(Uploading.class, Failed.class, "upload refused or given up"),
            Transition.of(Uploading.class, InDoubt.class, "outcome unknown, or crashed"),
            Transition.of(InDoubt.class, InDoubt.class, "asked, not settled yet"),
            Transition.of(InDoubt.class, Delivered.class, "found in the folder, or the partner answered it"),
            Transition.of(InDoubt.class, Ready.class, "not found, resend agreed"),
            Transition.of(InDoubt.class, Held.class, "nobody can tell"),
            Transition.of(Held.class, Announced.class, "a person lets it go on"),
            Transition.of(Held.class, Ready.class, "a person looked and has it sent again"),
            Transition.of(Held.class, InDoubt.class, "a person has the folder asked again, or the partner answered it"),
            Transition.of(Held.class, Discarded.class, "discarded by a person"),
            Transition.of(Failed.class, Announced.class, "a person has it read again"),
            Transition.of(Failed.class, Ready.class, "a person has it sent again"),
            Transition.of(Failed.class, Discarded.class, "discarded by a person"),
            Transition.of(Held.class, Held.class, "a person took back what had let it go on"),
            Transition.of(Failed.class, Held.class, "a person took back what had let it go on"),
            Transition.of(Discarded.class, Announced.class, "restored or replayed"),
            Transition.of(Discarded.class, Ready.class, "restored or replayed"),
            Transition.of(Discarded.class, Held.class, "restored"),
            Transition.of(Discarded.class, Failed.class, "restored"));

    private SendingTransitions() {}
}
