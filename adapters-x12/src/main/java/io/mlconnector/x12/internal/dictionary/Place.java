package io.mlconnector.x12.internal.dictionary;

import java.util.Optional;

/**
 * The position of a segment in its transaction set.
 *
 * @param loop path of the loop it belongs to, such as {@code IT1/N1}; empty for the set itself; a segment that opens a
 *     loop belongs to it
 * @param tag its tag
 * @param rule its definition in the release; empty if there is no table for it
 */
public record Place(String loop, String tag, Optional<SegmentRule> rule) {
    /** The place of a segment that belongs nowhere. */
    public static final Place NOWHERE = new Place("?", "", Optional.empty());

    /** Keeps the texts as the ones that a switch compares with, so that comparing costs nothing. */
    public Place {
        loop = loop.intern();
        tag = tag.intern();
    }
}
