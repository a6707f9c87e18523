package io.mlconnector.x12.internal.syntax;

/**
 * Finds where interchanges begin: {@code ISA}, a separator, two digits, the same separator. Looking for the three
 * letters alone would stop at a name like ISAAC (reference x12, section 1.1).
 */
public final class InterchangeSearch {
    /** Bytes that it takes to see where an interchange may begin. */
    public static final int ANNOUNCEMENT = 7;

    private InterchangeSearch() {}

    /**
     * The next place in the window that looks like the beginning of an interchange, whether or not its header can be
     * read. The last six bytes of the window cannot be decided yet.
     *
     * @param from where to begin
     * @return -1 if there is none
     */
    public static int next(SourceText source, int from) {
        byte[] bytes = source.bytes();
        int last = source.length() - ANNOUNCEMENT;
        int i = from;
        while (i <= last) {
            switch (bytes[i + 2] | 0x20) {
                case 'a' -> {
                    if (begins(source, i)) {
                        return i;
                    }
                    i += 3;
                }
                case 's' -> i += 1;
                case 'i' -> i += 2;
                default -> i += 3;
            }
        }
        return -1;
    }

    /** After a letter or digit it is the end of a word like VISA, unless a complete header begins there. */
    private static boolean begins(SourceText source, int position) {
        if (!InterchangeHeader.announced(source, position)) {
            return false;
        }
        return !source.alphanumeric(position - 1)
                || InterchangeHeader.at(source, position).isPresent();
    }

    /**
     * The next place inside an interchange where another one begins: only a header that can be read counts, because an
     * element may contain the same letters.
     *
     * @return -1 if there is none in the window
     */
    public static int nextReadable(SourceText source, int from) {
        int position = next(source, from);
        while (position >= 0 && InterchangeHeader.at(source, position).isEmpty()) {
            position = next(source, position + 3);
        }
        return position;
    }

    /**
     * Whether the file seems to be wrapped at about 80 columns: a line end inside the header, before its sixteenth
     * separator (reference x12, section 14, row 8).
     */
    public static boolean wrapped(SourceText source, int start) {
        int separators = 0;
        source.reach(start + 83);
        for (int i = start; i < Math.min(source.length(), start + 83); i++) {
            int character = source.at(i);
            if (character == source.at(start + 3)) {
                separators++;
            }
            if (character == '\n' || character == '\r') {
                return i - start >= 70 && separators < 16;
            }
        }
        return false;
    }

    /** Whether a header of the right width begins here once the line ends are removed. */
    public static boolean exactWhenJoined(SourceText source, int start) {
        return InterchangeHeader.at(source.joinedSample(start), 0)
                .filter(InterchangeHeader::exact)
                .isPresent();
    }
}
