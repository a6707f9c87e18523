package io.mlconnector.domain.flow;

import java.time.Instant;

/** The one thing that is done after a decision was committed. */
public sealed interface Step {

    /** Reads and computing only; may be repeated at will. */
    record Prepare() implements Step {}

    /** The one write to a remote system whose intent the state records. */
    record Write() implements Step {}

    /** Asks the remote system whether a write happened. */
    record Ask() implements Step {}

    /**
     * Nothing until then.
     *
     * @param until when the document is taken up again
     */
    record WaitUntil(Instant until) implements Step {}

    /** Nothing any more, or not before a person decides. */
    record Rest() implements Step {}
}
