package io.mlconnector.domain.interchange;

import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import java.util.List;
import java.util.Objects;

/**
 * A transaction set as it was received, without what it says.
 *
 * @param id ST01, such as {@code 810}
 * @param number ST02 as received
 * @param guide ST03, the implementation reference; empty if absent
 * @param problems what is wrong with it, in order of position; their standard codes begin with AK304, AK403 or AK502
 */
public record ReceivedTransactionSet(String id, String number, String guide, List<SyntaxProblem> problems) {
    public ReceivedTransactionSet {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(guide, "guide");
        problems = List.copyOf(problems);
    }

    /** Whether it can be used: none of its problems is an error. */
    public boolean usable() {
        return problems.stream().noneMatch(problem -> problem.severity().compareTo(Severity.ERROR) >= 0);
    }
}
