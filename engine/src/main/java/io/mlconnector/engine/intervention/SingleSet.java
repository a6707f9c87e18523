package io.mlconnector.engine.intervention;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One transaction set of a file, in an interchange and a functional group of its own under the numbers that it came with. */
final class SingleSet {

    /** ISA has elements of fixed length: the separator stands at these places (X12.5), the terminator behind them. */
    private static final int[] SEPARATORS = {3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103};

    private static final int TERMINATOR = 105;
    private static final int INTERCHANGE_NUMBER = 90;
    private static final int INTERCHANGE_NUMBER_END = 99;
    private static final int GROUP_NUMBER = 6;

    private SingleSet() {}

    /**
     * Takes it out.
     *
     * @param file in which it stands
     * @param offset where its ST begins
     * @param length to the end of its SE, with or without the terminator
     * @return the whole file if the envelope around the set cannot be made out
     */
    static byte[] of(byte[] file, long offset, long length) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int start = (int) offset;
        int isa = envelope(text, start);
        if (isa < 0) {
            return file;
        }
        char separator = text.charAt(isa + 3);
        char terminator = text.charAt(isa + TERMINATOR);
        String between = lineEnd(text, isa + TERMINATOR + 1);
        int group = group(text, isa + TERMINATOR, start, separator);
        if (group < 0) {
            return file;
        }
        String gs = text.substring(group, text.indexOf(terminator, group));
        String[] elements = gs.split(Pattern.quote(String.valueOf(separator)), -1);
        if (elements.length <= GROUP_NUMBER) {
            return file;
        }
        String set = text.substring(start, (int) (offset + length)).stripTrailing();
        String end = terminator + between;
        String alone = text.substring(isa, isa + TERMINATOR) + end + gs + end
                + (set.charAt(set.length() - 1) == terminator ? set.substring(0, set.length() - 1) : set) + end
                + "GE" + separator + "1" + separator + elements[GROUP_NUMBER].strip() + end
                + "IEA" + separator + "1" + separator
                + text.substring(isa + INTERCHANGE_NUMBER, isa + INTERCHANGE_NUMBER_END) + end;
        return alone.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Where the ISA before this place begins; -1 if there is none. */
    private static int envelope(String text, int place) {
        for (int at = text.lastIndexOf("ISA", place); at >= 0; at = text.lastIndexOf("ISA", at - 1)) {
            if (at + TERMINATOR < place && separated(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean separated(String text, int isa) {
        for (int separator : SEPARATORS) {
            if (text.charAt(isa + separator) != text.charAt(isa + SEPARATORS[0])) {
                return false;
            }
        }
        return true;
    }

    /** Where the last GS between the two places begins; -1 if there is none. */
    private static int group(String text, int from, int to, char separator) {
        char terminator = text.charAt(from);
        for (int at = text.lastIndexOf("GS" + separator, to);
                at > from;
                at = text.lastIndexOf("GS" + separator, at - 1)) {
            String before = text.substring(from, at).stripTrailing();
            if (before.isEmpty() || before.charAt(before.length() - 1) == terminator) {
                return at;
            }
        }
        return -1;
    }

    private static String lineEnd(String text, int at) {
        int end = at;
        while (end < text.length() && (text.charAt(end) == '\r' || text.charAt(end) == '\n')) {
            end++;
        }
        return text.substring(at, end);
    }
}
