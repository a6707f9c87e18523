package io.mlconnector.engine.intake;

import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DocumentSink;
import java.util.ArrayList;
import java.util.List;

/** What is known of a large file before its documents enter: which of its interchanges are complete, and what is wrong. */
final class FileSurvey implements DocumentSink {

    /** The history of a file has room for so many problems. */
    private static final int MOST_PROBLEMS = 200;

    private final List<Boolean> complete = new ArrayList<>();
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private long moreProblems;
    private boolean damaged;
    private int documents;
    private int incomplete;
    private int told;

    @Override
    public void document(DecodedDocument document) {
        documents++;
        told++;
    }

    @Override
    public void interchange(ReceivedInterchange interchange) {
        complete.add(interchange.complete());
        if (!interchange.complete()) {
            incomplete += told;
        }
        told = 0;
    }

    @Override
    public void problem(SyntaxProblem problem) {
        damaged |= problem.severity() == Severity.FATAL;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            moreProblems++;
        }
    }

    /** Whether an interchange of the file is complete; counted from 0. */
    boolean complete(int interchange) {
        return interchange < complete.size() && complete.get(interchange);
    }

    /** The first problems outside of any transaction set. */
    List<SyntaxProblem> problems() {
        return List.copyOf(problems);
    }

    /** How many further problems there are. */
    long moreProblems() {
        return moreProblems;
    }

    /** Whether some part of the file could not be read at all. */
    boolean damaged() {
        return damaged;
    }

    /** How many transaction sets enter the journal. */
    int documents() {
        return documents - incomplete;
    }

    /** How many transaction sets are in incomplete interchanges and do not enter. */
    int incomplete() {
        return incomplete;
    }
}
