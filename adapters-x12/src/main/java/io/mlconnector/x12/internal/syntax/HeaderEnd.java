package io.mlconnector.x12.internal.syntax;

import java.util.Optional;

/**
 * What follows the sixteenth separator of an ISA: the component separator, the terminator, and where the next segment
 * begins. A blank is never one of them, because texts have blanks.
 *
 * @param component the byte between components; -1 if ISA16 holds none
 * @param terminator the first byte of the terminator
 * @param more how many bytes the terminator has beyond the first: 0 to 2
 * @param at where the terminator begins
 */
record HeaderEnd(int component, int terminator, int more, int at) {
    /** A character of three bytes in UTF-8, or a mark with a line end that is part of it. */
    private static final int MOST_MORE = 2;

    private static final int MOST_EMPTY = 8;

    private static final String[] OPENING = {"GS", "TA1", "IEA", "ISB", "ISE"};

    /**
     * Reads it.
     *
     * @param position after the sixteenth separator
     * @param sure whether the header has the right width, so that it need not be confirmed by what follows
     * @return empty if the delimiters cannot be determined
     */
    static Optional<HeaderEnd> at(SourceText source, int position, int separator, boolean sure) {
        if (position + 1 >= source.length() || source.alphanumeric(position)) {
            return Optional.empty();
        }
        int component = source.at(position);
        boolean none = component == separator || component == ' ';
        int terminator = afterBlanks(source, position + 1);
        boolean possible = terminator < source.length()
                && !source.alphanumeric(terminator)
                && source.at(terminator) != separator
                && source.at(terminator) != component;
        if (possible) {
            int more = more(source, terminator, separator);
            if (more >= 0 || (sure && terminator == position + 1)) {
                return Optional.of(
                        new HeaderEnd(none ? -1 : component, source.at(terminator), Math.max(0, more), terminator));
            }
        }
        return !none && opensContent(source, position + 1, separator)
                ? Optional.of(new HeaderEnd(-1, component, 0, position))
                : Optional.empty();
    }

    /** Where the next segment or the filler before it begins. */
    int next() {
        return at + 1 + more;
    }

    private static int afterBlanks(SourceText source, int from) {
        int position = from;
        while (position < source.length() && source.at(position) == ' ') {
            position++;
        }
        return position;
    }

    /** How many bytes belong to the terminator before the next segment; -1 if none begins here. */
    private static int more(SourceText source, int terminator, int separator) {
        int from = terminator + 1;
        if (opensContent(source, afterEmptySegments(source, terminator), separator)) {
            return 0;
        }
        for (int more = 0; more <= MOST_MORE; more++) {
            if (more > 0 && opensContent(source, from + more, separator)) {
                return more;
            }
            if (from + more >= source.length()
                    || source.alphanumeric(from + more)
                    || source.at(from + more) == separator) {
                return -1;
            }
        }
        return -1;
    }

    private static int afterEmptySegments(SourceText source, int terminator) {
        int position = terminator;
        for (int i = 0;
                i < MOST_EMPTY && position < source.length() && source.at(position) == source.at(terminator);
                i++) {
            position = source.skipFillerNear(position + 1);
        }
        return position;
    }

    private static boolean opensContent(SourceText source, int from, int separator) {
        int position = source.skipFillerNear(from);
        for (String tag : OPENING) {
            if (begins(tag, source, position, separator)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String tag, SourceText source, int position, int separator) {
        source.reach(position + tag.length() + 1);
        if (position + tag.length() >= source.length() || source.at(position + tag.length()) != separator) {
            return false;
        }
        for (int i = 0; i < tag.length(); i++) {
            if (Character.toUpperCase(source.at(position + i)) != tag.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
