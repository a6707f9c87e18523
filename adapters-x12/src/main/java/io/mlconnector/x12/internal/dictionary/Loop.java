package io.mlconnector.x12.internal.dictionary;

import java.util.List;

/**
 * A loop of a transaction set: segments and inner loops in the order in which they may come. The set itself is the
 * outermost loop.
 *
 * @param path the first segments of the loops around and of this one, such as {@code IT1/N1}; empty for the set
 * @param items what it is made of
 * @param demanding whether one of them must not be missing
 */
public record Loop(String path, List<Item> items, boolean demanding) {
    /** Keeps its own list. */
    public Loop {
        items = List.copyOf(items);
    }

    static Loop of(String path, List<Item> items) {
        return new Loop(path, items, items.stream().anyMatch(item -> item.necessity() != Necessity.OPTIONAL));
    }

    /**
     * One place in a loop.
     *
     * @param tag tag of the segment as a number; for an inner loop of its first segment
     * @param necessity whether it may be missing
     * @param most how often it may come
     * @param inner the inner loop that the segment opens; an empty list if it opens none
     * @param place what a segment is told that stands here
     */
    public record Item(int tag, Necessity necessity, int most, List<Loop> inner, Place place) {
        /** Keeps its own list. */
        public Item {
            inner = List.copyOf(inner);
        }
    }

    /** What it means if a segment is missing. */
    public enum Necessity {
        OPTIONAL,
        MANDATORY,
        /** Mandatory, and without it the set is of no use to us. */
        ESSENTIAL
    }
}
