package io.mlconnector.x12.internal.response;

import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads pairs of qualifier and id (data elements 235 and 234) unchanged; an incomplete pair is left out. */
final class ProductIds {
    private static final int LONGEST = 80;

    private ProductIds() {}

    /**
     * The pairs of a segment.
     *
     * @param first position of the first qualifier
     * @param last position of the last qualifier
     */
    static List<ProductId> of(SegmentCursor segment, int first, int last) {
        var ids = new ArrayList<ProductId>();
        for (int i = first; i <= last && i < segment.elements(); i += 2) {
            String qualifier = segment.code(i).toUpperCase(Locale.ROOT);
            String id = segment.text(i + 1).strip();
            if (qualifier.length() == 2 && !id.isEmpty() && id.length() <= LONGEST) {
                ids.add(new ProductId(qualifier, id));
            }
        }
        return ids;
    }
}
