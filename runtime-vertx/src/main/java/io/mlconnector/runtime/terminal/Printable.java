package io.mlconnector.runtime.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text from outside safe to log and to print: what would move the cursor, hide text, reverse it or begin a line that
 * we did not write is shown as an escape such as {@code \u001b}. The only place that does so.
 */
public final class Printable {

    /** What paints and nothing else (ECMA-48, SGR), as our own colours do. */
    private static final Pattern PAINT = Pattern.compile("\u001b\\[[0-9;]{0,11}m");

    private Printable() {}

    /** A value, a message: one line whatever it holds. */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    /** What we have composed ourselves: lines, tabs and colours stay. */
    public static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        Matcher paint = PAINT.matcher(text);
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (point == '\n' || point == '\t') {
                safe.append((char) point);
                at++;
            } else if (point == '\u001b' && paint.region(at, text.length()).lookingAt()) {
                safe.append(paint.group());
                at = paint.end();
            } else {
                append(safe, point);
                at += Character.charCount(point);
            }
        }
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> escape(safe, point);
            default -> safe.appendCodePoint(point);
        }
    }

    private static void escape(StringBuilder safe, int point) {
        switch (point) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            default -> safe.append(String.format(java.util.Locale.ROOT, "\\u%04x", point));
        }
    }
}
