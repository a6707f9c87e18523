package io.mlconnector.x12.internal.validation;

import io.mlconnector.ports.edi.Content;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.SegmentCursor;

/** Makes a business document of the segments of one transaction set. Used for one set. */
public interface ContentReader {
    /**
     * Takes the present segment. ST and SE are not shown.
     *
     * @param place where it belongs, as {@link StructureWalk} found it
     */
    void segment(SegmentCursor segment, Place place);

    /**
     * The document.
     *
     * @param last the segment at which the set ended
     */
    Content finish(SegmentCursor last);
}
