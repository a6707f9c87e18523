package io.mlconnector.x12.internal.validation;

import io.mlconnector.ports.edi.Content;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.SegmentCursor;

/** For sets that we write ourselves and only check when they are shown to us: nothing is made of their content. */
public final class CheckedOnly implements ContentReader {

    @Override
    public void segment(SegmentCursor segment, Place place) {
        // The walk and the segment check have seen it; there is nothing to keep.
    }

    @Override
    public Content finish(SegmentCursor last) {
        return new Content.Opaque();
    }
}
