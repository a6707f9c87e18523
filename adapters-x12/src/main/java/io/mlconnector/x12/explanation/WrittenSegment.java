package io.mlconnector.x12.explanation;

import java.util.List;
import java.util.Objects;

/**
 * A segment as it stands in the file.
 *
 * @param elements all of them in their order, the empty ones and the blanks included; what may be a password is {@link #HIDDEN}
 * @param separator between them
 * @param terminator that ends the segment; empty if it is cut off
 */
public record WrittenSegment(List<String> elements, String separator, String terminator) {

    /** Stands for what may be a password. */
    public static final String HIDDEN = "not shown";

    public WrittenSegment {
        elements = List.copyOf(elements);
        Objects.requireNonNull(separator, "separator");
        Objects.requireNonNull(terminator, "terminator");
    }
}
