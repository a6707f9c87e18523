package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.EnvelopePart;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.ports.edi.DocumentSink;
import io.mlconnector.ports.edi.UnreadBytes;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;
import io.mlconnector.x12.internal.validation.Findings;
import java.util.Set;

/**
 * Tells what is skipped and what is missing where an interchange is not built as it should be, so that reading goes on behind
 * it.
 */
final class Recovery {
    /** So many bytes between two segments, such as line ends, do not part what belongs together. */
    private static final int FILLER = 4;

    private static final Set<Integer> BESIDE_GROUPS = Set.of(Tag.of("ISB"), Tag.of("ISE"));

    private final InterchangeHeader header;
    private final SegmentCursor segment;
    private final Findings findings;
    private final DocumentSink sink;
    private long unreadFrom = -1;
    private long unreadTo = -1;

    /**
     * Of one interchange.
     *
     * @param sink is told which bytes were not read
     */
    Recovery(InterchangeHeader header, SegmentCursor segment, Findings findings, DocumentSink sink) {
        this.header = header;
        this.segment = segment;
        this.findings = findings;
        this.sink = sink;
    }

    /**
     * The segment after the present one is too long.
     *
     * @param largestSet how many bytes it may have
     */
    void segmentTooLong(int largestSet) {
        findings.add(new SyntaxProblem(
                "segment-too-long",
                Severity.FATAL,
                "TA105 022",
                "",
                segment.inFile() + 1,
                0,
                0,
                0,
                segment.endOffset(),
                "",
                "The segment after this one is too long: it has more than the " + largestSet
                        + " bytes allowed for a transaction set. Its terminator may be missing. Ask the partner to"
                        + " send it again."));
    }

    /** A segment that belongs to no transaction set is skipped; some may stand there. */
    void skip(int tag) {
        if (!BESIDE_GROUPS.contains(tag)) {
            unread();
            findings.warn(
                    "segment-outside-transaction-set",
                    "TA105 022",
                    segment,
                    0,
                    "The segment is outside of any transaction set and was skipped.");
        }
    }

    /** A GE is skipped. */
    void trailerOfNoGroup() {
        unread();
        findings.warn("group-header-missing", "TA105 022", segment, 0, "GE without a preceding GS; skipped.");
    }

    /** An SE is skipped, in this group if it is present. */
    void trailerOfNoSet(Group group) {
        unread();
        findings.warn("transaction-set-header-missing", "TA105 022", segment, 0, "SE without a preceding ST; skipped.");
        if (group.present()) {
            group.findings()
                    .add(
                            Severity.ERROR,
                            "transaction-set-lost",
                            "AK905 5",
                            segment,
                            0,
                            "A transaction set of this group has no ST, so that it could not be read. Send the"
                                    + " group again.");
        }
    }

    /** A group ends before the present segment although it has no trailer. */
    void groupWithoutTrailer(Group group) {
        group.findings()
                .add(
                        group.weight(EnvelopePart.GE),
                        "group-trailer-missing",
                        "AK905 3",
                        segment,
                        0,
                        "The group with control number " + Findings.quoted(group.number())
                                + " has no GE before this point.");
    }

    /** Nothing takes this segment: what stands next to it is told with it. */
    private void unread() {
        if (segment.offset() > unreadTo + FILLER) {
            tellUnread();
            unreadFrom = segment.offset();
        }
        unreadTo = segment.endOffset();
    }

    /** Tells what was skipped last, if it was not told yet. */
    void tellUnread() {
        if (unreadFrom >= 0 && unreadTo > unreadFrom) {
            sink.unread(new UnreadBytes(
                    unreadFrom,
                    unreadTo - unreadFrom,
                    "In interchange " + Findings.quoted(header.element(13))
                            + " they are outside of any transaction set: an ST or GS may be missing or damaged."));
        }
        unreadFrom = -1;
        unreadTo = -1;
    }
}
