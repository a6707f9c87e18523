package io.mlconnector.runtime.cli.x12;

import io.mlconnector.domain.interchange.EnvelopeVerdicts;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.UnreadBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What a check keeps of a file while it is read: never the documents themselves. */
final class CheckedFile implements DocumentSink {
    /** More are counted, but not kept one by one. */
    private static final int MOST_PROBLEMS = 10_000;

    /** A set whose interchange is still being read. */
    private record Pending(String text, boolean usable) {}

    private final Consumer<String> lines;
    private final Consumer<ReceivedInterchange> interchanges;
    private final List<Pending> pending = new ArrayList<>();
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private final LikeProblems like = new LikeProblems();
    private long documents;
    private boolean acknowledged;
    private boolean usable = true;

    /**
     * A check at its beginning.
     *
     * @param lines takes a line for each transaction set, when its interchange is complete
     * @param interchanges takes each interchange
     */
    CheckedFile(Consumer<String> lines, Consumer<ReceivedInterchange> interchanges) {
        this.lines = lines;
        this.interchanges = interchanges;
    }

    @Override
    public void document(DecodedDocument document) {
        documents++;
        var reference = document.reference();
        pending.add(new Pending(
                String.format(
                        Locale.ROOT,
                        "%s %s in group %s of interchange %s from %s: ",
                        reference.transactionSetId(),
                        reference.transactionSetNumber(),
                        reference.groupNumber(),
                        reference.interchangeNumber(),
                        reference.sender()),
                document.usable()));
        document.problems().forEach(this::keep);
    }

    @Override
    public void interchange(ReceivedInterchange interchange) {
        List<Optional<SyntaxProblem>> against = EnvelopeVerdicts.ofSets(interchange);
        for (int number = 0; number < pending.size(); number++) {
            Pending set = pending.get(number);
            boolean good = set.usable()
                    && interchange.complete()
                    && (number >= against.size()
                            || against.get(number).filter(CheckedFile::refuses).isEmpty());
            usable &= good;
            lines.accept(set.text() + (good ? "usable" : "NOT usable"));
        }
        pending.clear();
        acknowledged |= !interchange.acknowledgements().isEmpty();
        interchanges.accept(interchange);
    }

    @Override
    public void problem(SyntaxProblem problem) {
        usable &= problem.severity() != Severity.FATAL;
        keep(problem);
    }

    /** Bytes that belong to no document are something that a person must see; what they are is told as a problem. */
    @Override
    public void unread(UnreadBytes bytes) {
        usable = false;
    }

    /** As the daemon judges: a set is not processed if the envelope around it does not agree with itself. */
    private static boolean refuses(SyntaxProblem problem) {
        return problem.severity().compareTo(Severity.ERROR) >= 0;
    }

    private void keep(SyntaxProblem problem) {
        like.add(problem);
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    /** How many transaction sets there are. */
    long documents() {
        return documents;
    }

    /** Whether all of it can be used; a file that only acknowledges interchanges has no sets. */
    boolean usable() {
        return usable && (documents > 0 || acknowledged);
    }

    /** The first problems, in the order of the file. */
    List<SyntaxProblem> problems() {
        problems.sort(java.util.Comparator.comparingLong(SyntaxProblem::offset));
        return problems;
    }

    /** All problems, like ones together. */
    LikeProblems like() {
        return like;
    }
}
