package io.mlconnector.domain.answering.acknowledgement;

import java.util.List;
import java.util.Objects;

/**
 * A segment in error (AK3).
 *
 * @param tag its tag; of a missing segment the tag that it should have
 * @param position in the set, ST = 1; of a missing segment where it was noticed
 * @param code data element 720, such as {@code 8}
 * @param elements its elements in error, with code 8 only
 */
public record SegmentError(String tag, int position, String code, List<ElementError> elements) {
    /** Data element 720: look at the elements. */
    public static final String HAS_ELEMENT_ERRORS = "8";

    public SegmentError {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(code, "code");
        elements = List.copyOf(elements);
    }
}
