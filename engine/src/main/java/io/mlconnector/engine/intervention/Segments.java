package io.mlconnector.engine.intervention;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The segments of X12, for a person to read what was changed. */
final class Segments {

    /** Where ISA ends: its terminator stands there. */
    private static final int TERMINATOR = 105;

    private static final int CONTEXT = 2;

    private Segments() {}

    /** The segments of a whole interchange, each without its terminator. */
    static List<String> ofInterchange(byte[] file) {
        String text = text(file).strip();
        return text.length() > TERMINATOR ? split(text, text.charAt(TERMINATOR)) : List.of(text);
    }

    /**
     * The segments of one transaction set.
     *
     * @param file the file in which it stands
     * @param offset where its ST begins
     * @param length to the end of its SE, with or without the terminator
     */
    static List<String> ofSet(byte[] file, long offset, long length) {
        String text = text(file);
        int end = (int) (offset + length);
        char last = text.charAt(end - 1);
        // A control number ends with a letter or a digit, a segment with anything else.
        char terminator = Character.isLetterOrDigit(last) && end < text.length() ? text.charAt(end) : last;
        return split(text.substring((int) offset, end), terminator);
    }

    /** One element of the first segment with this tag, first = 1; empty if there is none. */
    static String element(List<String> segments, String tag, int element) {
        return segments.stream()
                .filter(segment -> segment.startsWith(tag) && segment.length() > tag.length())
                .findFirst()
                .map(segment -> segment.split(Pattern.quote(String.valueOf(segment.charAt(tag.length()))), -1))
                .filter(elements -> elements.length > element)
                .map(elements -> elements[element].strip())
                .orElse("");
    }

    /** What differs, as a unified difference of segments; empty if nothing does. */
    static String difference(List<String> before, List<String> after) {
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        "original", "edited", before, DiffUtils.diff(before, after), CONTEXT));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<String> split(String text, char terminator) {
        return Arrays.stream(text.split(Pattern.quote(String.valueOf(terminator)), -1))
                .map(segment -> segment.replaceAll("[\\r\\n]", "").strip())
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
