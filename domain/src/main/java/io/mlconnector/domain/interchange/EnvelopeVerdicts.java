package io.mlconnector.domain.interchange;

import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an envelope means for the transaction sets in it: they are not processed if it does not agree with itself. */
public final class EnvelopeVerdicts {

    /** The problem of an interchange whose number came before: its sets are repeated or stand under a wrong number. */
    public static final String REPEATED = "interchange-number-repeated";

    private EnvelopeVerdicts() {}

    /** Why nothing of an interchange is processed; empty if it may be. An incomplete one is never asked about. */
    public static Optional<SyntaxProblem> of(ReceivedInterchange interchange) {
        return rejecting(interchange.problems())
                .filter(problem -> problem.standardCode().startsWith("TA105"));
    }

    /** Why nothing of a group is processed; empty if it may be, as far as the group itself tells. */
    public static Optional<SyntaxProblem> of(ReceivedGroup group) {
        return rejecting(group.problems());
    }

    /**
     * What the envelope around each set says against it: an error if the set is not processed, a warning if its
     * interchange repeats a number.
     *
     * @return as many as there are sets in the groups, in the same order
     */
    public static List<Optional<SyntaxProblem>> ofSets(ReceivedInterchange interchange) {
        Optional<SyntaxProblem> around = of(interchange)
                .or(() -> interchange.problems().stream()
                        .filter(problem -> problem.code().equals(REPEATED))
                        .findFirst());
        List<Optional<SyntaxProblem>> all = new ArrayList<>();
        for (ReceivedGroup group : interchange.groups()) {
            Optional<SyntaxProblem> against = Stream.concat(around.stream(), of(group).stream())
                    .max((one, other) -> one.severity().compareTo(other.severity()));
            group.sets().forEach(set -> all.add(against));
        }
        return all;
    }

    private static Optional<SyntaxProblem> rejecting(List<SyntaxProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity().compareTo(Severity.ERROR) >= 0)
                .findFirst();
    }
}
