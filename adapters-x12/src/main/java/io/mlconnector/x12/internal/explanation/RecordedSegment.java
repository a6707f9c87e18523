package io.mlconnector.x12.internal.explanation;

import io.mlconnector.x12.internal.envelope.SegmentListener.Role;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A segment as it was seen.
 *
 * @param role its role in the envelope; empty for ISA
 * @param tag upper case
 * @param tagNumber the tag as a number
 * @param loop path of its loop
 * @param position in the file, first = 1
 * @param inSet position in its set, ST = 1; 0 outside of one
 * @param offset where it begins in the file
 * @param end where it ends in the file
 * @param whole whether it has its terminator
 * @param texts its elements in order
 * @param components of those elements that contain a component separator, else one each
 */
record RecordedSegment(
        Optional<Role> role,
        String tag,
        int tagNumber,
        String loop,
        int position,
        int inSet,
        long offset,
        long end,
        boolean whole,
        List<String> texts,
        List<List<String>> components) {

    static RecordedSegment of(SegmentCursor segment, Role role, String loop) {
        boolean inSet = role == Role.CONTENT || role == Role.SET_HEADER || role == Role.SET_TRAILER;
        List<String> texts = new ArrayList<>();
        List<List<String>> components = new ArrayList<>();
        for (int i = 1; i <= segment.elements(); i++) {
            texts.add(segment.text(i));
            components.add(segment.parts(i));
        }
        return new RecordedSegment(
                Optional.of(role),
                segment.tagText(),
                segment.tag(),
                loop,
                segment.inFile(),
                inSet ? segment.inSet() : 0,
                segment.offset(),
                segment.endOffset(),
                segment.terminated(),
                texts,
                components);
    }

    /** An element, first = 1; empty if it is missing. */
    String text(int element) {
        return element <= texts.size() ? texts.get(element - 1) : "";
    }
}
