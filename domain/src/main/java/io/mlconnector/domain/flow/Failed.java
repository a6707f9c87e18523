package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import java.util.Objects;

/**
 * Given up: a remote system refused, or the attempts are used up.
 *
 * @param why what failed and what to do
 * @param resume where a replay goes on
 */
public record Failed(Problem why, Progress resume) implements Halted {

    public Failed {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(resume, "resume");
    }

    @Override
    public Condition condition() {
        return Condition.FAILED;
    }
}
