package io.mlconnector.domain.intake;

import io.mlconnector.domain.flow.FlowState;
import io.mlconnector.domain.words.Condition;

/** Who has a job: the write that a document intends exists once, whoever carries it out. */
public final class JobRule {

    private JobRule() {}

    /**
     * Whether a document gives its job up: it stands still, and no remote system has anything of it. Another document with the
     * same job is then not kept from it by a first attempt that failed; on a replay the document takes the job again.
     */
    public static boolean givenUp(FlowState state) {
        boolean standsStill = state.condition() == Condition.HELD || state.condition() == Condition.FAILED;
        return standsStill && !state.mayHaveWritten();
    }
}
