package io.mlconnector.domain.agreement;

import java.util.Map;
import java.util.Objects;

/**
 * How texts and characters are written for a partner.
 *
 * @param characters which characters a document may hold
 * @param transliterated whether other letters are spelled with those; if not, a text with another letter is a problem
 * @param upperCase whether all texts become upper case; ids never do
 * @param substitute stands where a separator was in a text; usually a blank
 * @param longTexts what becomes of a description or name that does not fit
 * @param limits most characters by element, such as {@code PID05}: 40; the standard's own limits hold besides
 * @param lineEnd what follows each segment terminator
 */
public record TextRules(
        CharacterSet characters,
        boolean transliterated,
        boolean upperCase,
        char substitute,
        LongTexts longTexts,
        Map<String, Integer> limits,
        LineEnd lineEnd) {
    /** Extended set, spelled with it, letters as they are, blank, cut, the standard's limits, no line end. */
    public static final TextRules USUAL =
            new TextRules(CharacterSet.EXTENDED, true, false, ' ', LongTexts.CUT, Map.of(), LineEnd.NONE);

    public TextRules {
        Objects.requireNonNull(characters, "characters");
        Objects.requireNonNull(longTexts, "longTexts");
        Objects.requireNonNull(lineEnd, "lineEnd");
        limits = Map.copyOf(limits);
        if (!characters.holds(substitute)) {
            throw new IllegalArgumentException("The substitute is not a character of the set");
        }
    }

    /** The same with another character set. */
    public TextRules with(CharacterSet others) {
        return new TextRules(others, transliterated, upperCase, substitute, longTexts, limits, lineEnd);
    }

    /** The same with another line end. */
    public TextRules with(LineEnd other) {
        return new TextRules(characters, transliterated, upperCase, substitute, longTexts, limits, other);
    }

    /** Which characters X12 data may hold. */
    public enum CharacterSet {
        /** Upper-case letters, digits and some signs. */
        BASIC("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !\"&'()*+,-./:;?="),
        /** The basic set with lower-case letters and more signs. */
        EXTENDED(BASIC.all + "abcdefghijklmnopqrstuvwxyz%@[]_{}\\|<>~#$");

        private final String all;
        /** A bit for each character below 64, and one for each from there on. */
        private final long lower;

        private final long upper;

        CharacterSet(String all) {
            this.all = all;
            this.lower = bits(all, 0);
            this.upper = bits(all, 64);
        }

        private static long bits(String all, int from) {
            long bits = 0;
            for (int i = 0; i < all.length(); i++) {
                int place = all.charAt(i) - from;
                bits |= place >= 0 && place < 64 ? 1L << place : 0;
            }
            return bits;
        }

        /** Whether the set has this character. */
        public boolean holds(int character) {
            return character >= 0
                    && character < 128
                    && ((character < 64 ? lower : upper) >>> (character & 63) & 1) != 0;
        }
    }

    /** What becomes of a text that does not fit. */
    public enum LongTexts {
        /** Cut, and told as a note. */
        CUT,
        /** Goes on in another segment where the standard has one for it; else cut. */
        SPLIT,
        /** The order is not written. */
        REFUSE
    }

    /** What follows a segment terminator, for the eye only. */
    public enum LineEnd {
        NONE(""),
        LF("\n"),
        CRLF("\r\n");

        private final String text;

        LineEnd(String text) {
            this.text = text;
        }

        /** Its characters. */
        public String text() {
            return text;
        }
    }
}
