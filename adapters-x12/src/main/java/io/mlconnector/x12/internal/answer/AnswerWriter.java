package io.mlconnector.x12.internal.answer;

import io.mlconnector.domain.answering.ApplicationAdvice;
import io.mlconnector.domain.answering.acknowledgement.GroupAcknowledgement;
import io.mlconnector.domain.answering.acknowledgement.InterchangeAnswer;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.InterchangeAcknowledgement;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DecodedFile;
import io.mlconnector.ports.edi.EncodedFile;
import io.mlconnector.ports.edi.ReadingRules;
import io.mlconnector.x12.internal.envelope.FileReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes acknowledgements and advices: TA1 and 997s in one interchange, or an 824 (reference x12, sections 8 and 9).
 */
public final class AnswerWriter {
    private static final String[] TA1 = {"\\d{9}", "\\d{6}", "\\d{4}"};
    private static final String ACKNOWLEDGEMENTS = "FA";

    private final AnswerText out;
    private final AnswerProblems problems = new AnswerProblems();

    private AnswerWriter(Envelope envelope) {
        this.out = new AnswerText(envelope);
    }

    /**
     * Writes the acknowledgement of an interchange; groups without a readable code or number are reported and left out.
     */
    public static EncodedFile acknowledge(InterchangeAnswer answer, Envelope envelope) {
        var writer = new AnswerWriter(envelope);
        writer.interchange(answer);
        return writer.checked();
    }

    /** Writes an 824. */
    public static EncodedFile advise(ApplicationAdvice advice, Envelope envelope) {
        var writer = new AnswerWriter(envelope);
        writer.out.openInterchange();
        writer.out.openGroup("AG");
        new AdviceWriter(writer.out, writer.problems).write(advice, envelope);
        writer.out.closeGroup();
        writer.out.closeInterchange();
        return writer.checked();
    }

    private void interchange(InterchangeAnswer answer) {
        List<GroupAcknowledgement> groups = answer.groups().stream()
                .filter(FunctionalAcknowledgementWriter::writable)
                .toList();
        answer.groups().stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> problems.note(
                        "group-not-answered",
                        "AK1",
                        2,
                        group.code() + " " + group.number(),
                        "The functional group has no readable code or control number, so it cannot be acknowledged. Tell the partner"
                                + " in another way."));
        out.openInterchange();
        answer.acknowledgement().ifPresent(this::acknowledgement);
        if (!groups.isEmpty()) {
            out.openGroup(ACKNOWLEDGEMENTS);
            groups.forEach(new FunctionalAcknowledgementWriter(out, problems)::write);
            out.closeGroup();
        } else if (answer.acknowledgement().isEmpty()) {
            problems.error("nothing-to-answer", "AK1", 0, "", "The answer is empty: nothing can be acknowledged.");
        }
        out.closeInterchange();
    }

    private void acknowledgement(InterchangeAcknowledgement ta1) {
        String[] echoed = {ta1.interchangeNumber(), ta1.date(), ta1.time()};
        for (int i = 0; i < echoed.length; i++) {
            if (!Pattern.matches(TA1[i], echoed[i])) {
                problems.error(
                        "interchange-not-answered",
                        "TA1",
                        i + 1,
                        echoed[i],
                        "The interchange has no readable number, date or time; a TA1 must repeat them. Tell the partner"
                                + " in another way.");
            }
        }
        out.segment("TA1", ta1.interchangeNumber(), ta1.date(), ta1.time(), ta1.verdict(), ta1.note());
    }

    /** An answer that our own reader rejects is not sent; errors in values that a TA1 repeats are accepted. */
    private EncodedFile checked() {
        byte[] bytes = out.bytes();
        if (problems.fatal()) {
            return new EncodedFile.Impossible(problems.all().stream()
                    .filter(problem -> problem.severity().compareTo(Severity.ERROR) >= 0)
                    .toList());
        }
        DecodedFile read = FileReader.read(bytes, ReadingRules.Book.USUAL, Math.max(1024, bytes.length));
        List<SyntaxProblem> violations = Stream.concat(
                        read.problems().stream(),
                        read.documents().stream().flatMap(document -> document.problems().stream()))
                .filter(problem -> problem.severity().compareTo(Severity.WARNING) >= 0)
                .filter(problem -> !problem.segment().equals("TA1"))
                // What the partner wrote is repeated as it came, also a code that the standard does not know.
                .filter(problem -> !problem.code().equals("code-unknown")
                        || !(problem.segment().equals("AK1")
                                || problem.segment().equals("AK2")))
                .toList();
        return violations.isEmpty()
                ? new EncodedFile.Written(bytes, problems.all())
                : new EncodedFile.Impossible(violations);
    }
}
