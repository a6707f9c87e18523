package io.mlconnector.x12.internal.validation;

import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.SegmentRule;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import io.mlconnector.x12.internal.syntax.Tag;

/**
 * Finds a segment that begins inside the one before it, because the terminator between them is missing. Read as if it
 * were there, it is one problem; otherwise each element of the second segment would be one, and the segment be lost.
 */
final class MissingTerminator {
    private MissingTerminator() {}

    /**
     * Ends the present segment where the next one begins: at a known tag, if both parts are without fault. To be asked
     * only of a segment with problems; it must be checked again then.
     *
     * @return whether a terminator is missing
     */
    static boolean repair(SegmentCursor segment, SegmentRule rule, Dictionary dictionary, SegmentCheck check) {
        if (segment.control() && afterLineEnd(segment, dictionary)) {
            return true;
        }
        if (!segment.terminated()) {
            return false;
        }
        int last = Math.min(segment.elements() - 1, rule.size());
        for (int element = 1; element <= last; element++) {
            for (int length = 3; length >= 2; length--) {
                int begin = segment.to(element) - length;
                if (begin > segment.from(element) && dictionary.knows(tag(segment, begin, length))) {
                    int start = segment.start();
                    segment.cut(element, begin);
                    boolean two = clean(segment, rule, check);
                    segment.look(begin);
                    two &= dictionary
                            .segment(segment.tag())
                            .filter(next -> clean(segment, next, check))
                            .isPresent();
                    segment.look(start);
                    if (two) {
                        segment.cut(element, begin);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean clean(SegmentCursor segment, SegmentRule rule, SegmentCheck check) {
        var trial = new Findings();
        check.check(segment, rule, trial);
        return trial.telling(segment) == 0;
    }

    private static boolean afterLineEnd(SegmentCursor segment, Dictionary dictionary) {
        for (int element = 1; element < segment.elements(); element++) {
            for (int length = 3; length >= 2; length--) {
                int begin = segment.to(element) - length;
                if (begin > segment.from(element)
                        && lineEnd(segment.at(begin - 1))
                        && dictionary.knows(tag(segment, begin, length))) {
                    segment.cut(element, begin);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean lineEnd(int character) {
        return character == '\n' || character == '\r';
    }

    private static int tag(SegmentCursor segment, int begin, int length) {
        int tag = Tag.NONE;
        for (int i = 0; i < length; i++) {
            int character = segment.at(begin + i);
            boolean allowed = (character >= 'A' && character <= 'Z') || (i > 0 && character >= '0' && character <= '9');
            if (!allowed) {
                return Tag.NONE;
            }
            tag = (tag << 8) | character;
        }
        return tag;
    }
}
