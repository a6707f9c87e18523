package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.EnvelopeReference;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.util.Locale;

/** How the parts of one interchange are referred to. */
final class EnvelopeReferences {

    private final InterchangeHeader header;
    private final Usage usage;
    private InterchangeAddress sender;
    private InterchangeAddress receiver;

    /** Outside of any group. */
    EnvelopeReferences(InterchangeHeader header) {
        this.header = header;
        this.usage = usage(header);
        this.sender = address(5, "");
        this.receiver = address(7, "");
    }

    /** What follows is within this group, or outside of any if it is not present. */
    void within(Group group) {
        sender = address(5, group.sender());
        receiver = address(7, group.receiver());
    }

    /** From two elements of ISA that follow each other. */
    private InterchangeAddress address(int qualifier, String application) {
        return new InterchangeAddress(header.element(qualifier), header.element(qualifier + 1), application);
    }

    /** A transaction set of the group, as the rules of its sender name it; ST is the present segment. */
    EnvelopeReference set(SegmentCursor st, Group group, String setId, String number) {
        String guide = st.code(3);
        boolean namesRelease = guide.length() >= 6 && ControlNumberRule.isNumber(guide.substring(0, 6));
        return new EnvelopeReference(
                sender,
                receiver,
                header.element(13),
                group.number(),
                number,
                group.code(),
                setId,
                namesRelease ? guide : group.version(),
                usage);
    }

    /** An interchange as such, for the rules of its sender. */
    static EnvelopeReference interchange(InterchangeHeader header) {
        return new EnvelopeReference(
                new InterchangeAddress(header.element(5), header.element(6), ""),
                new InterchangeAddress(header.element(7), header.element(8), ""),
                header.element(13),
                "",
                "",
                "",
                "",
                "",
                usage(header));
    }

    /** A group as such, for the rules of its sender. */
    EnvelopeReference group(SegmentCursor gs) {
        return new EnvelopeReference(
                new InterchangeAddress(header.element(5), header.element(6), gs.code(2)),
                new InterchangeAddress(header.element(7), header.element(8), gs.code(3)),
                header.element(13),
                gs.code(6),
                "",
                gs.code(1),
                "",
                gs.code(8),
                usage);
    }

    /** What ISA15 says; anything unknown counts as a test. */
    static Usage usage(InterchangeHeader header) {
        return switch (header.element(15).toUpperCase(Locale.ROOT)) {
            case "P" -> Usage.PRODUCTION;
            case "I" -> Usage.INFORMATION;
            default -> Usage.TEST;
        };
    }
}
