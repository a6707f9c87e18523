package io.mlconnector.x12.internal.invoice.detail;

import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;
import java.util.List;

/** Keeps segments that are not mapped to a field, so that nothing of an invoice is lost: a bounded number of them. */
public final class UnprocessedSegments {
    private static final int MOST = 200;
    private static final int LONGEST = 400;
    private static final int HEADER = Tag.of("ISA");

    private int kept;

    /** The list with the segment, unless there are too many already; a stray header may hold a password. */
    List<String> with(List<String> list, SegmentCursor segment) {
        if (kept == MOST || segment.tag() == HEADER) {
            return list;
        }
        kept++;
        return SparseCollections.with(list, segment.line(LONGEST));
    }
}
