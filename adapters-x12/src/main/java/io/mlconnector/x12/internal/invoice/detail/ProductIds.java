package io.mlconnector.x12.internal.invoice.detail;

import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.validation.Findings;
import java.util.Arrays;
import java.util.List;

/** Reads the pairs of qualifier and product id at the end of a segment; the first id of a qualifier is used. */
public final class ProductIds {
    /** Where they begin in IT1. */
    public static final int LINE = 6;

    /** Where they begin in SLN. */
    static final int SUB_LINE = 9;

    private static final int PAIRS = 10;
    private static final int LONGEST = 80;

    private ProductIds() {}

    static List<ProductId> readable(SegmentCursor segment, int first) {
        return read(segment, first, new Findings());
    }

    public static List<ProductId> read(SegmentCursor segment, int first, Findings findings) {
        if (segment.elements() <= first) {
            return List.of();
        }
        ProductId[] ids = new ProductId[Math.min(PAIRS, (segment.elements() - first + 1) / 2)];
        int count = 0;
        for (int i = first; i < first + 2 * PAIRS && i < segment.elements(); i += 2) {
            String qualifier = segment.upperCode(i);
            if (qualifier.isEmpty() || qualifier.length() > 2) {
                continue;
            }
            String id = segment.stripped(i + 1);
            if (id.isEmpty() || id.length() > LONGEST) {
                continue;
            }
            if (knows(ids, count, qualifier)) {
                findings.warn(
                        "product-id-repeated",
                        "",
                        segment,
                        i,
                        "This product id qualifier occurs twice on one line; the first id is used. Send each qualifier once.");
            } else {
                ids[count++] = new ProductId(qualifier, id);
            }
        }
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(ids[0]);
            case 2 -> List.of(ids[0], ids[1]);
            default -> List.of(Arrays.copyOf(ids, count));
        };
    }

    private static boolean knows(ProductId[] ids, int count, String qualifier) {
        for (int i = 0; i < count; i++) {
            if (ids[i].qualifier().equals(qualifier)) {
                return true;
            }
        }
        return false;
    }
}
