package io.mlconnector.runtime.cli.documents;

import io.mlconnector.runtime.local.DaemonClient.Answer;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;

/** What follows for a command from an answer of the interface. */
final class Asked {

    private static final int BAD_REQUEST = 400;

    private Asked() {}

    /**
     * An answer of success.
     *
     * @throws CommandFailure in the words of any other one
     */
    static Answer good(Answer answer) {
        if (answer.good()) {
            return answer;
        }
        throw new CommandFailure(answer.status() == BAD_REQUEST ? ExitCode.WRONG : ExitCode.FAILED, answer.why());
    }
}
