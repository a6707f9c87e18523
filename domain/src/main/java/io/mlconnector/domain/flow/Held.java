package io.mlconnector.domain.flow;

import io.mlconnector.domain.words.Cause;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.Problem;
import java.util.List;
import java.util.Objects;

/**
 * A person must decide.
 *
 * @param why what stands in the way and what to do
 * @param causes everything that stands in the way, the cause of {@code why} first; a release accepts these and no others
 * @param resume where it goes on
 */
public record Held(Problem why, List<Cause> causes, Progress resume) implements Halted {

    public Held {
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(resume, "resume");
        causes = List.copyOf(causes);
    }

    /** Held for one problem. */
    public static Held because(Problem why, Progress resume) {
        return new Held(why, List.of(why.cause()), resume);
    }

    /**
     * Held for several problems: the first speaks for all, the others are told after it.
     *
     * @param problems at least one
     */
    public static Held because(List<Problem> problems, Progress resume) {
        return new Held(
                Problem.summary(problems),
                problems.stream().map(Problem::cause).distinct().toList(),
                resume);
    }

    @Override
    public Condition condition() {
        return Condition.HELD;
    }
}
