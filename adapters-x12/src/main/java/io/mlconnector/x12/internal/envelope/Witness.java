package io.mlconnector.x12.internal.envelope;

import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;

/**
 * Sees every segment while a file is read, with the place that the reader gave it: for showing a file to people. What
 * is wrong comes with the result of the reading, as for everybody else.
 */
public interface Witness {
    /** Ignores everything. */
    Witness NOBODY = new Witness() {
        @Override
        public void header(InterchangeHeader header, int segmentInFile, long end) {
            // Only documents count here.
        }

        @Override
        public void segment(SegmentCursor segment, Role role, Place place) {
            // Only documents count here.
        }
    };

    /**
     * Sees the header of an interchange.
     *
     * @param segmentInFile position of the segment in the file, first = 1
     * @param end where it ends in the file, terminator included
     */
    void header(InterchangeHeader header, int segmentInFile, long end);

    /**
     * Sees the present segment.
     *
     * @param role what it is for the envelope
     * @param place where it belongs in its transaction set; {@link Place#NOWHERE} if nowhere, or outside of sets
     */
    void segment(SegmentCursor segment, Role role, Place place);

    /** What a segment is for the envelope. */
    enum Role {
        GROUP_HEADER,
        GROUP_TRAILER,
        SET_HEADER,
        /** Between ST and SE. */
        CONTENT,
        SET_TRAILER,
        INTERCHANGE_TRAILER,
        /** Outside of any set: TA1, or one that should not be there. */
        BESIDE,
        /** The file ends in the middle of it. */
        CUT_OFF
    }
}
