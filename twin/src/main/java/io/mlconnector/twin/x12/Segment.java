package io.mlconnector.twin.x12;

import java.util.List;

/**
 * A segment.
 *
 * @param elements its elements; the first is the segment's name
 */
public record Segment(List<String> elements) {

    /** Copies the elements. */
    public Segment {
        elements = List.copyOf(elements);
    }

    /**
     * A segment.
     *
     * @param elements its name and elements
     * @return the segment
     */
    public static Segment of(String... elements) {
        return new Segment(List.of(elements));
    }

    /**
     * The segment's name.
     *
     * @return the name
     */
    public String name() {
        return elements.getFirst();
    }

    /**
     * An element.
     *
     * @param position its position, from 1
     * @return its text without trailing blanks, empty if it is not there
     */
    public String get(int position) {
        return position < elements.size() ? elements.get(position).stripTrailing() : "";
    }
}
