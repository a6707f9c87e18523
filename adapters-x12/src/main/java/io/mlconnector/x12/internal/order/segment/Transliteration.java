package io.mlconnector.x12.internal.order.segment;

import java.text.Normalizer;
import java.util.Map;

/**
 * Transliterates texts to ASCII: accents are dropped, some letters and signs are spelled out (reference x12, section
 * 1.4).
 */
final class Transliteration {
    /** Replaces a character without an ASCII equivalent. */
    static final char UNKNOWN = '?';

    private static final Map<Character, String> SPELLED = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('Æ', "AE"),
            Map.entry('æ', "ae"),
            Map.entry('Ø', "O"),
            Map.entry('ø', "o"),
            Map.entry('Œ', "OE"),
            Map.entry('œ', "oe"),
            Map.entry('Đ', "D"),
            Map.entry('đ', "d"),
            Map.entry('Ð', "D"),
            Map.entry('ð', "d"),
            Map.entry('Þ', "Th"),
            Map.entry('þ', "th"),
            Map.entry('Ł', "L"),
            Map.entry('ł', "l"),
            Map.entry('ı', "i"),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('…', "..."),
            Map.entry('€', "EUR"),
            Map.entry('\u00a0', " "));

    private Transliteration() {}

    /** The text in ASCII, with {@link #UNKNOWN} for characters without an equivalent. */
    static String ascii(String text) {
        if (text.chars().allMatch(character -> character < 0x80)) {
            return text;
        }
        var ascii = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> append(character, ascii));
        return ascii.toString();
    }

    private static void append(int character, StringBuilder ascii) {
        if (character < 0x80) {
            ascii.append((char) character);
            return;
        }
        String spelled = character <= Character.MAX_VALUE ? SPELLED.getOrDefault((char) character, "") : "";
        if (!spelled.isEmpty()) {
            ascii.append(spelled);
            return;
        }
        String bare = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
        boolean plain = !bare.isEmpty() && bare.chars().allMatch(part -> part < 0x80);
        ascii.append(plain ? bare : String.valueOf(UNKNOWN));
    }
}
