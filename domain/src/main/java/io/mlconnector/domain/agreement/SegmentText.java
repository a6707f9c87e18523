package io.mlconnector.domain.agreement;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The elements of a segment as they were agreed with a partner, such as ITD01 and ITD07 for one of our terms of payment.
 *
 * @param elements values by position, first = 1; in a value, <code>{code}</code> stands for the code that F&O uses and
 *     <code>{text}</code> for what F&O says about it
 */
public record SegmentText(Map<Integer, String> elements) {
    /** Nothing was agreed. */
    public static final SegmentText NONE = new SegmentText(Map.of());

    public SegmentText {
        elements = Collections.unmodifiableMap(new TreeMap<>(elements));
        if (elements.keySet().stream().anyMatch(position -> position < 1 || position > 99)) {
            throw new IllegalArgumentException("Elements are counted from 1 to 99");
        }
    }

    /** The element at a position; empty if nothing was agreed on it. */
    public String at(int position) {
        return elements.getOrDefault(position, "");
    }
}
