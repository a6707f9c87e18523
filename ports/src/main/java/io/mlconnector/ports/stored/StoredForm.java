package io.mlconnector.ports.stored;

import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.words.Problem;

/**
 * How states and document contents are written down, and how what any earlier version wrote is read again. Synchronous and
 * without I/O. Whoever writes keeps the result for years, so an implementation may add to its form but never rename.
 *
 * <p>The methods that read fail with an {@link IllegalStateException} where the stored form is damaged, or was written by a
 * version newer than this one: there is nothing a caller could do about it.
 */
public interface StoredForm {

    /** A state, as text. */
    String write(FlowState state);

    /** A stored state. */
    FlowState readState(String stored);

    /** A problem, as text. */
    String write(Problem problem);

    /** A stored problem. */
    Problem readProblem(String stored);

    /**
     * A confirmed order as it was read, before anything of it was aligned: kept for people, and never read again. It stands under
     * {@code order} as it does in an aligned order, so that the two can be laid side by side.
     */
    byte[] write(PurchaseOrder order);

    /** An aligned order: the content of an outgoing order's document. */
    byte[] write(AlignedOrder order);

    /** A stored aligned order. */
    AlignedOrder readOrder(byte[] stored);

    /** A received transaction set: the content of an incoming document. */
    byte[] write(ReceivedSet set);

    /** A stored transaction set. */
    ReceivedSet readSet(byte[] stored);

    /** A TA1 with 997s: the content of an outgoing acknowledgement. */
    byte[] write(InterchangeAnswer answer);

    /** A stored acknowledgement. */
    InterchangeAnswer readAnswer(byte[] stored);

    /** An 824: the content of an outgoing application advice. */
    byte[] write(ApplicationAdvice advice);

    /** A stored application advice. */
    ApplicationAdvice readAdvice(byte[] stored);
}
