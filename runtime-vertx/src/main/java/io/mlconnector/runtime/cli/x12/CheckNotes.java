package io.mlconnector.runtime.cli.x12;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.engine.check.CheckedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What the command keeps of a check: problems, never documents, so that a file of any size fits in memory. */
final class CheckNotes implements CheckedFile.Listener {
    /** More are counted, but not kept one by one. */
    private static final int MOST_PROBLEMS = 10_000;

    private final Consumer<String> lines;
    private final Consumer<ReceivedInterchange> interchanges;
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private final LikeProblems like = new LikeProblems();

    /**
     * Nothing noted yet.
     *
     * @param lines takes a line for each transaction set, when its interchange is complete
     * @param interchanges takes each interchange
     */
    CheckNotes(Consumer<String> lines, Consumer<ReceivedInterchange> interchanges) {
        this.lines = lines;
        this.interchanges = interchanges;
    }

    @Override
    public void set(EnvelopeReference reference, boolean usable) {
        lines.accept(String.format(
                Locale.ROOT,
                "%s %s in group %s of interchange %s from %s: %s",
                reference.transactionSetId(),
                reference.transactionSetNumber(),
                reference.groupNumber(),
                reference.interchangeNumber(),
                reference.sender(),
                usable ? "usable" : "NOT usable"));
    }

    @Override
    public void interchange(ReceivedInterchange interchange) {
        interchanges.accept(interchange);
    }

    @Override
    public void problem(SyntaxProblem problem) {
        like.add(problem);
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** The first problems, in the order of the file. */
    List<SyntaxProblem> problems() {
        problems.sort(Comparator.comparingLong(SyntaxProblem::offset));
        return problems;
    }

    /** All problems, like ones together. */
    LikeProblems like() {
        return like;
    }
}
