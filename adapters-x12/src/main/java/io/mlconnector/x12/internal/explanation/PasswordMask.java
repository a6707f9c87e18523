package io.mlconnector.x12.internal.explanation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prevents ISA02 and ISA04 from being shown, even if a header occurs at an unexpected position. */
final class PasswordMask {
    private static final Pattern HEADER = Pattern.compile("(?is)ISA[^A-Za-z0-9]\\d\\d");
    private static final Pattern TAG = Pattern.compile("(?is)(.*[^A-Za-z0-9])?ISA");
    private static final Pattern QUALIFIER = Pattern.compile("0\\d");

    private PasswordMask() {}

    /** Whether an element may hold a password: it is in the position of ISA02 or ISA04. */
    static boolean hides(RecordedSegment piece, int element) {
        return (element >= 2 && headed(piece, element - 2)) || (element >= 4 && headed(piece, element - 4));
    }

    /** Whether the tag (0) or an element looks like the tag of a header. */
    private static boolean headed(RecordedSegment piece, int at) {
        if (at == 0) {
            return piece.tag().endsWith("ISA");
        }
        return TAG.matcher(piece.text(at)).matches()
                && QUALIFIER.matcher(piece.text(at + 1)).matches();
    }

    /** A text up to the position of a possible header with other delimiters. */
    static String shown(String text) {
        Matcher header = HEADER.matcher(text);
        return header.find() ? text.substring(0, header.start()) : text;
    }

    /** Whether a text contains a possible header with other delimiters. */
    static boolean looksLikeHeader(String text) {
        return HEADER.matcher(text).find();
    }
}
