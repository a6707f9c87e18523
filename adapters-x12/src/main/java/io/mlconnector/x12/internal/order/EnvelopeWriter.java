package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.agreement.TextRules;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.x12.internal.order.segment.SegmentWriter;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes ISA, GS and ST and their trailers (reference x12, sections 1.1 and 1.2). */
final class EnvelopeWriter {
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    /** Characters of numbers and blanks cannot be delimiters. */
    private static final String NO_DELIMITERS = " .-+";

    private final Envelope envelope;
    private final SegmentWriter out;

    EnvelopeWriter(Envelope envelope, SegmentWriter out) {
        this.envelope = envelope;
        this.out = out;
    }

    /** Errors that prevent the envelope from being written; may be empty. */
    static List<SyntaxProblem> check(Envelope envelope, TextRules rules) {
        var problems = new ArrayList<SyntaxProblem>();
        Delimiters delimiters = envelope.delimiters();
        String all =
                "" + delimiters.element() + delimiters.component() + delimiters.repetition() + delimiters.segment();
        boolean usable = all.chars()
                .allMatch(character -> character < 0x80
                        && !Character.isLetterOrDigit(character)
                        && NO_DELIMITERS.indexOf(character) < 0);
        if (!usable || all.chars().distinct().count() != all.length()) {
            problems.add(
                    problem(
                            16,
                            "The delimiters must be four different characters that do not occur in texts or numbers. Correct interchange.separators."));
        }
        if (delimiters.segment() < ' ' && rules.lineEnd().text().indexOf(delimiters.segment()) >= 0) {
            problems.add(
                    problem(
                            16,
                            "A segment terminator that is a line end must not be followed by another line end. Correct lineEnd."));
        }
        address(envelope.sender(), 5, all, problems);
        address(envelope.receiver(), 7, all, problems);
        return problems;
    }

    private static void address(
            InterchangeAddress address, int element, String delimiters, List<SyntaxProblem> problems) {
        if (address.qualifier().length() != 2 || !sendable(address.qualifier(), delimiters)) {
            problems.add(problem(
                    element, "An interchange id qualifier must have two characters. Correct it in the configuration."));
        }
        if (address.id().isBlank() || address.id().length() > 15 || !sendable(address.id(), delimiters)) {
            problems.add(
                    problem(
                            element + 1,
                            "An interchange id must have 1 to 15 ASCII characters and no delimiter. Correct it in the configuration."));
        }
        String group = address.group();
        if (group.isBlank() || group.length() < 2 || group.length() > 15 || !sendable(group, delimiters)) {
            problems.add(
                    problem(
                            element + 1,
                            "The sender or receiver code of a functional group must have 2 to 15 ASCII characters and no delimiter."));
        }
    }

    private static boolean sendable(String value, String delimiters) {
        return value.chars()
                .allMatch(character -> character >= ' ' && character < 0x7f && delimiters.indexOf(character) < 0);
    }

    private static SyntaxProblem problem(int element, String message) {
        return new SyntaxProblem("envelope-not-writable", Severity.ERROR, "", "ISA", 1, 0, element, 0, 0, "", message);
    }

    void open(String groupCode, String transactionSetId) {
        boolean repetition = envelope.release() != Release.R004010;
        Delimiters delimiters = envelope.delimiters();
        out.raw(String.join(
                String.valueOf(delimiters.element()),
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                envelope.sender().qualifier(),
                padded(envelope.sender().id()),
                envelope.receiver().qualifier(),
                padded(envelope.receiver().id()),
                SHORT_DATE.format(envelope.preparedAt()),
                TIME.format(envelope.preparedAt()),
                repetition ? String.valueOf(delimiters.repetition()) : "U",
                envelope.release().controlVersion(),
                interchangeNumber(),
                envelope.acknowledgementRequested() ? "1" : "0",
                String.valueOf(envelope.usage().code()),
                String.valueOf(delimiters.component())));
        out.begin("GS")
                .code(groupCode)
                .id(envelope.sender().group())
                .id(envelope.receiver().group())
                .date(envelope.preparedAt().toLocalDate())
                .code(TIME.format(envelope.preparedAt()))
                .code(Long.toString(envelope.numbers().group()))
                .code("X")
                .code(envelope.release().version())
                .end();
        out.begin("ST").code(transactionSetId).code(transactionSetNumber()).end();
    }

    void close() {
        out.begin("SE");
        out.code(Integer.toString(out.segmentsInSet()))
                .code(transactionSetNumber())
                .end();
        out.begin("GE")
                .code("1")
                .code(Long.toString(envelope.numbers().group()))
                .end();
        out.begin("IEA").code("1").code(interchangeNumber()).end();
    }

    private String interchangeNumber() {
        return String.format(Locale.ROOT, "%09d", envelope.numbers().interchange());
    }

    private String transactionSetNumber() {
        return String.format(Locale.ROOT, "%04d", envelope.numbers().transactionSet());
    }

    private static String padded(String id) {
        return id + " ".repeat(15 - id.length());
    }
}
