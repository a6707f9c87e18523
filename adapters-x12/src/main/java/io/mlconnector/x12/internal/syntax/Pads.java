package io.mlconnector.x12.internal.syntax;

/**
 * Blanks that fill up an element. Some senders pad with the no-break space: one byte in ISO-8859-1, two in UTF-8.
 */
final class Pads {
    private static final byte NO_BREAK = (byte) 0xa0;
    private static final byte LEAD = (byte) 0xc2;

    private Pads() {}

    /** Where a text ends without the blanks at its end. */
    static int end(byte[] text, int begin, int stop) {
        int end = stop;
        while (end > begin && text[end - 1] <= ' ') {
            if (text[end - 1] == ' ') {
                end--;
            } else if (text[end - 1] == NO_BREAK) {
                int before = beforeNoBreaks(text, begin, end);
                if (before == end) {
                    return end;
                }
                end = before;
            } else {
                return end;
            }
        }
        return end;
    }

    /** In UTF-8 the same byte may be the last one of a letter: of {@code \u00e0} for example. */
    private static int beforeNoBreaks(byte[] text, int begin, int stop) {
        if (stop - 2 >= begin && text[stop - 2] == LEAD) {
            return stop - 2;
        }
        int before = stop;
        while (before > begin && text[before - 1] == NO_BREAK) {
            before--;
        }
        return before == begin || text[before - 1] >= 0 ? before : stop;
    }

    /** Where a text begins without the blanks before it. No letter begins with the byte of a no-break space. */
    static int begin(byte[] text, int begin, int stop) {
        int position = begin;
        while (position < stop) {
            if (text[position] == ' ' || text[position] == NO_BREAK) {
                position++;
            } else if (text[position] == LEAD && position + 1 < stop && text[position + 1] == NO_BREAK) {
                position += 2;
            } else {
                return position;
            }
        }
        return position;
    }
}
