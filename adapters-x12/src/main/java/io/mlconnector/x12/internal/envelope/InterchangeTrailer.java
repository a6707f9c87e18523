package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.Leniency;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.x12.internal.envelope.ControlNumberRule.Match;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;
import io.mlconnector.x12.internal.validation.Findings;

/** IEA: where it ends, and whether it fits what came before it. */
final class InterchangeTrailer {
    private static final int IEA = Tag.of("IEA");

    /** How many digits ISA13 and IEA02 have. */
    private static final int CONTROL_NUMBER = 9;

    private final InterchangeHeader header;
    private final SegmentCursor segment;
    private final Findings findings;
    private final Leniency leniency;
    private boolean textBehind;

    InterchangeTrailer(InterchangeHeader header, SegmentCursor segment, Findings findings, Leniency leniency) {
        this.header = header;
        this.segment = segment;
        this.findings = findings;
        this.leniency = leniency;
    }

    /** Without a terminator the segment may have been truncated, unless its control number is complete. */
    boolean isComplete() {
        String number = segment.code(2);
        return segment.tag() == IEA
                && !segment.isEmpty(1)
                && ((number.length() == CONTROL_NUMBER && ControlNumberRule.isNumber(number))
                        || ControlNumberRule.compare(header.element(13), number) != Match.DIFFERENT);
    }

    /**
     * Text behind a trailer without a terminator, such as the last lines of a mail, is none of its own: the trailer ends
     * with the number of the interchange, in the spelling of ISA13.
     */
    void endBehindNumber() {
        String number = header.element(13);
        if (segment.tag() != IEA || segment.isEmpty(1) || segment.isEmpty(2) || number.isEmpty()) {
            return;
        }
        int end = segment.from(2) + number.length();
        boolean numbered = end < segment.to(2) && segment.text(2).startsWith(number);
        if (numbered && (segment.terminated() ? lineEnd(end) : !digit(end))) {
            segment.cut(2, end);
            textBehind = true;
        }
    }

    private boolean lineEnd(int position) {
        return segment.at(position) == '\n' || segment.at(position) == '\r';
    }

    private boolean digit(int position) {
        return segment.at(position) >= '0' && segment.at(position) <= '9';
    }

    /**
     * Checks the present segment, which is the trailer.
     *
     * @param groups how many there were
     */
    void check(int groups) {
        if (!ControlNumberRule.counts(segment.code(1), groups)) {
            findings.add(
                    leniency.forgives(EnvelopePart.IEA01) ? Severity.WARNING : Severity.ERROR,
                    "group-count-wrong",
                    "TA105 021",
                    segment,
                    1,
                    "IEA01 states " + Findings.quoted(segment.code(1)) + ", but the interchange contains " + groups
                            + " functional groups.");
        }
        Match match = ControlNumberRule.compare(header.element(13), segment.code(2));
        if (match == Match.DIFFERENT) {
            findings.add(
                    leniency.forgives(EnvelopePart.IEA02) ? Severity.WARNING : Severity.ERROR,
                    "interchange-number-differs",
                    "TA105 001",
                    segment,
                    2,
                    "IEA02 differs from the interchange control number in ISA13, " + Findings.quoted(header.element(13))
                            + ".");
        } else if (match == Match.SAME_NUMBER) {
            findings.note("control-number-spelling", segment, 2, "IEA02 and ISA13 differ in leading zeros only.");
        }
        if (!segment.terminated() || textBehind) {
            findings.add(Severity.NOTE, "terminator-missing", "", segment, 0, "The last segment has no terminator.");
        }
    }
}
