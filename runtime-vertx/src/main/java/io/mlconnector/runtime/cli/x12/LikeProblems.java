package io.mlconnector.runtime.cli.x12;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems in the order in which they come, like ones told once with their number: a file of any size fits in memory. */
final class LikeProblems {

    /** What makes problems alike. */
    private record Kind(
            Severity severity, String code, String standardCode, String segment, int element, int component) {}

    private static final class Run {
        private final SyntaxProblem first;
        private SyntaxProblem last;
        private long count = 1;

        Run(SyntaxProblem first) {
            this.first = first;
            this.last = first;
        }
    }

    private final Map<Kind, Run> runs = new LinkedHashMap<>();
    private long count;

    void add(SyntaxProblem problem) {
        count++;
        Kind kind = new Kind(
                problem.severity(),
                problem.code(),
                problem.standardCode(),
                problem.segment(),
                problem.element(),
                problem.component());
        Run run = runs.get(kind);
        if (run == null) {
            runs.put(kind, new Run(problem));
        } else {
            run.last = problem;
            run.count++;
        }
    }

    /** How many problems there are. */
    long count() {
        return count;
    }

    /** A line for each kind, followed by its rule if it has one. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Run run : runs.values()) {
            String more = run.count == 1
                    ? ""
                    : " And " + (run.count - 1) + " more of this kind, the last at " + run.last.place() + ".";
            lines.add(X12Command.line(run.first) + more);
            if (!run.first.rule().isEmpty()) {
                lines.add("        rule: " + run.first.rule());
            }
        }
        return lines;
    }
}
