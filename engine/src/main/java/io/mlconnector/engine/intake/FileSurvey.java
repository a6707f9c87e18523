package io.mlconnector.engine.intake;

import io.mlconnector.domain.interchange.EnvelopeVerdicts;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.UnreadBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a large file before its documents enter: which of its interchanges are complete, and what is wrong. */
final class FileSurvey implements DocumentSink {

    /** The history of a file has room for so many problems. */
    private static final int MOST_PROBLEMS = 200;

    private final List<Boolean> complete = new ArrayList<>();
    private final Map<Integer, List<Optional<SyntaxProblem>>> against = new HashMap<>();
    private final UnreadParts unread = new UnreadParts();
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
        List<Optional<SyntaxProblem>> ofSets = EnvelopeVerdicts.ofSets(interchange);
        if (ofSets.stream().anyMatch(Optional::isPresent)) {
            against.put(complete.size(), ofSets);
        }
        complete.add(interchange.complete());
        if (!interchange.complete()) {
            incomplete += told;
        }
        told = 0;
    }

    @Override
    public void problem(SyntaxProblem problem) {
        damaged |= problem.severity().compareTo(Severity.ERROR) >= 0;
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

    /**
     * What the envelope around a set says against it.
     *
     * @param interchange counted from 0
     * @param set in the interchange, counted from 0
     */
    Optional<SyntaxProblem> against(int interchange, int set) {
        List<Optional<SyntaxProblem>> ofSets = against.getOrDefault(interchange, List.of());
        return set < ofSets.size() ? ofSets.get(set) : Optional.empty();
    }

    @Override
    public void unread(UnreadBytes bytes) {
        damaged = true;
        unread.add(bytes);
    }

    /** What belongs to no document, in order and without overlaps. */
    List<UnreadBytes> unread() {
        return unread.inOrder();
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

    /** Whether all of the file is interchanges that are complete. */
    boolean whole() {
        return !complete.isEmpty()
                && !complete.contains(false)
                && unread.inOrder().isEmpty();
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
