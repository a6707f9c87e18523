package io.mlconnector.console.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Makes characters visible that would turn the text around them about (Unicode Standard Annex 9): what a partner wrote must not make a
 * page say something else. What can be edited stays as it is.
 */
final class Visible {

    private static final String EDITED = "<textarea";
    private static final String EDITED_UNTIL = "</textarea";

    private Visible() {}

    /** Whether UTF-8 has any of them; all begin with the same byte. */
    private static boolean possible(byte[] page) {
        for (int i = 0; i + 2 < page.length; i++) {
            if (page[i] == (byte) 0xe2 && (page[i + 1] == (byte) 0x80 || page[i + 1] == (byte) 0x81)) {
                return true;
            }
        }
        return false;
    }

    /** The page with a name in their place, outside of tags and of text that can be edited. */
    static byte[] of(byte[] page) {
        if (!possible(page)) {
            return page;
        }
        String html = new String(page, StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder(html.length());
        boolean inTag = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (!inTag && c == '<') {
                inTag = true;
                if (html.startsWith(EDITED, i)) {
                    int closed = html.indexOf(EDITED_UNTIL, i);
                    int end = closed < 0 ? html.length() - 1 : closed;
                    shown.append(html, i, end);
                    i = end;
                    c = html.charAt(i);
                }
            } else if (inTag && c == '>') {
                inTag = false;
            }
            if (!inTag && turns(c)) {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean turns(char c) {
        return c == '\u200e' || c == '\u200f' || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }
}
