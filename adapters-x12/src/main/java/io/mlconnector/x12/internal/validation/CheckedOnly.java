package io.mlconnector.x12.internal.validation;

import io.mlconnector.ports.edi.Content;
import io.mlconnector.x12.internal.dictionary.Place;
import io.mlconnector.x12.internal.syntax.SegmentCursor;

/** For transaction sets that we only write: they are checked when explained, but their content is not converted. */
public final class CheckedOnly implements ContentReader {

    @Override
    public void segment(SegmentCursor segment, Place place) {
        // The segment was already checked; there is nothing to convert.
    }

    @Override
    public Content finish(SegmentCursor last) {
        return new Content.Opaque();
    }
}
