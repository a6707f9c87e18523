package io.mlconnector.x12.internal.envelope;

import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;

/**
 * Receives every segment while a file is read, with the place that the reader assigned: used to explain a file.
 * Problems are part of the result of the reading, as usual.
 */
public interface SegmentListener {
    /** Ignores everything. */
    SegmentListener NOBODY = new SegmentListener() {
        @Override
        public void header(InterchangeHeader header, int segmentInFile, long end) {
            // Not needed if only documents are read.
        }

        @Override
        public void segment(SegmentCursor segment, Role role, Place place) {
            // Not needed if only documents are read.
        }
    };

    /**
     * Receives the header of an interchange.
     *
     * @param segmentInFile position of the segment in the file, first = 1
     * @param end where it ends in the file, terminator included
     */
    void header(InterchangeHeader header, int segmentInFile, long end);

    /**
     * Receives the current segment.
     *
     * @param role its role in the envelope
     * @param place where it belongs in its transaction set; {@link Place#NOWHERE} if nowhere, or outside of sets
     */
    void segment(SegmentCursor segment, Role role, Place place);

    /** The role of a segment in the envelope. */
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
