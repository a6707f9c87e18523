package io.mlconnector.x12.internal.invoice;

import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;

/**
 * Where a segment says what of an allowance or charge: SAC, and ITA, which releases before 004010 had in its place.
 *
 * @param code the code of the standard
 * @param agency who made the other code
 * @param agencyCode the other code
 * @param amount in all, in hundredths
 * @param percent of the lines
 * @param rate per unit
 * @param quantity to which the rate applies
 * @param handling how it is billed
 * @param description free text
 */
record ChargeSegment(
        int code,
        int agency,
        int agencyCode,
        int amount,
        int percent,
        int rate,
        int quantity,
        int handling,
        int description) {

    private static final int OLDER = Tag.of("ITA");
    private static final ChargeSegment SAC = new ChargeSegment(2, 3, 4, 5, 7, 8, 10, 12, 15);
    private static final ChargeSegment ITA = new ChargeSegment(14, 2, 3, 7, 9, 6, 10, 4, 13);

    /** The elements of a segment that is one of the two. */
    static ChargeSegment of(SegmentCursor segment) {
        return segment.tag() == OLDER ? ITA : SAC;
    }

    /** An element as messages name it, such as {@code SAC05}. */
    static String name(SegmentCursor segment, int element) {
        return segment.tagText() + (element < 10 ? "0" : "") + element;
    }
}
