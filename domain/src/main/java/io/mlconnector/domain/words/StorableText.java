package io.mlconnector.domain.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Text from outside in a form that every journal can store, compare and keep in an index. Ordinary text stays as it is; two
 * different texts never get the same stored form.
 */
public final class StorableText {

    /** The longest text that stays whole, in characters: well below what a database keeps in an index. */
    public static final int LONGEST = 500;

    private static final int KEPT = 400;

    private static final int REPLACEMENT = 0xfffd;

    private StorableText() {}

    /**
     * The form in which it is stored and compared. What no database takes, the character U+0000 and a surrogate without its
     * partner, is written as {@code %u} and its four hexadecimal digits; of what is longer than {@link #LONGEST} the beginning
     * stays, followed by the SHA-256 of all of it.
     */
    public static String of(String text) {
        String plain = needsEscape(text) ? escaped(text) : text;
        return bounded(plain);
    }

    private static String bounded(String plain) {
        return plain.length() <= LONGEST ? plain : plain.substring(0, end(plain)) + "…#" + sha256(plain);
    }

    /**
     * The form in which people see it, and which may be made again of itself: what no database takes is replaced by U+FFFD, and
     * what is too long is cut as in {@link #of}.
     */
    public static String shown(String text) {
        return bounded(readable(text));
    }

    /** Long text as people see it: what no database takes is replaced by U+FFFD, and nothing is cut. */
    public static String readable(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> plain.appendCodePoint(hostile(point) ? REPLACEMENT : point));
        return plain.toString();
    }

    private static boolean needsEscape(String text) {
        return text.contains("%u") || text.contains("%25") || text.codePoints().anyMatch(StorableText::hostile);
    }

    private static String escaped(String text) {
        StringBuilder form = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (hostile(point)) {
                form.append(String.format("%%u%04X", point));
            } else if (point == '%') {
                form.append("%25");
            } else {
                form.appendCodePoint(point);
            }
        });
        return form.toString();
    }

    /** U+0000, or half of a pair: whole pairs are one code point. */
    private static boolean hostile(int point) {
        return point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** Never between the two halves of a pair. */
    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
