package io.mlconnector.console.workbench;

import io.mlconnector.console.workbench.Readers.Reading;
import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.ReceivedInterchange;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.engine.check.CheckedFile;
import io.mlconnector.engine.check.ForeseenAnswer;
import io.mlconnector.ports.edi.Content;
import io.mlconnector.ports.edi.DecodedDocument;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.DocumentCodec;
import io.mlconnector.ports.stored.ReceivedSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a check of a whole file found. Takes a while on large files; not for an event loop.
 *
 * @param usable whether all of it would be processed
 * @param sets its transaction sets in order
 * @param problems the first of what is wrong, in the order of the file
 * @param found how much is wrong
 * @param answers what would be answered, one for each interchange
 * @param invoices what can be read as an invoice
 */
public record Check(
        boolean usable,
        List<CheckedSet> sets,
        List<SyntaxProblem> problems,
        int found,
        List<String> answers,
        List<ReceivedSet> invoices) {

    /** More problems than anybody reads are only counted. */
    private static final int MOST_PROBLEMS = 300;

    /** More answers than anybody reads are left out. */
    private static final int MOST_ANSWERS = 20;

    /**
     * A transaction set.
     *
     * @param reference where it stands
     * @param usable whether it would be processed
     */
    public record CheckedSet(EnvelopeReference reference, boolean usable) {}

    /** Checks a file. */
    static Check of(DocumentCodec codec, byte[] file, Reading reading) {
        DecodedFile decoded = codec.decode(file, reading.rules());
        List<CheckedSet> sets = new ArrayList<>();
        List<SyntaxProblem> problems = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        CheckedFile checked = new CheckedFile(new CheckedFile.Listener() {
            @Override
            public void set(EnvelopeReference reference, boolean usable) {
                sets.add(new CheckedSet(reference, usable));
            }

            @Override
            public void interchange(ReceivedInterchange interchange) {
                if (answers.size() < MOST_ANSWERS) {
                    answers.add(ForeseenAnswer.to(
                            codec, interchange, reading.partner().of(interchange.sender())));
                }
            }

            @Override
            public void problem(SyntaxProblem problem) {
                problems.add(problem);
            }
        });
        codec.decode(file, reading.rules(), checked);
        problems.sort(Comparator.comparingLong(SyntaxProblem::offset));
        return new Check(
                checked.usable(),
                List.copyOf(sets),
                problems.stream().limit(MOST_PROBLEMS).toList(),
                problems.size(),
                List.copyOf(answers),
                decoded.documents().stream()
                        .filter(DecodedDocument::usable)
                        .flatMap(Check::invoice)
                        .toList());
    }

    private static Stream<ReceivedSet> invoice(DecodedDocument document) {
        return document.content() instanceof Content.Invoice(var invoice)
                ? Stream.of(ReceivedSet.ofInvoice(document.reference(), invoice, document.problems()))
                : Stream.empty();
    }
}
