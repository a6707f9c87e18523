package io.mlconnector.x12.internal.order;

import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.ElementRule;
import io.mlconnector.x12.internal.syntax.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes segments by the dictionary: texts are made to fit and told as a note, ids and numbers are never altered. Empty
 * elements at the end of a segment are left out (reference x12, section 1.4).
 */
final class SegmentWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final Dictionary dictionary;
    private final Delimiters delimiters;
    private final StringBuilder out = new StringBuilder(2048);
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private String tag = "";
    private int segments;
    private int beforeSet;
    private int element;
    private int start;
    private int lastFull;

    SegmentWriter(Dictionary dictionary, Delimiters delimiters) {
        this.dictionary = dictionary;
        this.delimiters = delimiters;
    }

    /** Begins a segment. */
    SegmentWriter begin(String segmentTag) {
        tag = segmentTag;
        if (tag.equals("ST")) {
            beforeSet = segments;
        }
        segments++;
        element = 0;
        start = out.length();
        out.append(tag);
        lastFull = out.length();
        return this;
    }

    /** Ends the segment; one with no element at all is taken back. */
    void end() {
        out.setLength(lastFull);
        if (element > 0 && lastFull == start + tag.length()) {
            out.setLength(start);
            segments--;
            return;
        }
        out.append(delimiters.segment());
    }

    /** An element that is left out. */
    SegmentWriter skip() {
        return skip(1);
    }

    /** Some elements that are left out. */
    SegmentWriter skip(int count) {
        for (int i = 0; i < count; i++) {
            out.append(delimiters.element());
            element++;
        }
        return this;
    }

    private SegmentWriter put(String value) {
        skip();
        out.append(value);
        if (!value.isEmpty()) {
            lastFull = out.length();
        }
        return this;
    }

    /** A fixed code of the standard. */
    SegmentWriter code(String value) {
        return put(value);
    }

    /** An id: written as it is or not at all. */
    SegmentWriter id(String value) {
        int place = element + 1;
        if (value.length() > rule(place).most()) {
            problem(
                    "element-too-long",
                    Severity.ERROR,
                    "AK403 5",
                    place,
                    value,
                    String.format(
                            Locale.ROOT,
                            "This id has %d characters, at most %d fit; an id is never cut.",
                            value.length(),
                            rule(place).most()));
        }
        if (value.chars().anyMatch(character -> !sendable(character))) {
            problem(
                    "character-not-sendable",
                    Severity.ERROR,
                    "AK403 6",
                    place,
                    value,
                    "This id holds a delimiter, a control character or a letter outside of ASCII; an id is never"
                            + " altered.");
        }
        return put(value);
    }

    /** A text: transliterated, freed of delimiters and cut to what fits. */
    SegmentWriter text(String value) {
        int place = element + 1;
        String fitting = sanitized(value, place);
        int most = rule(place).most();
        if (fitting.length() > most) {
            problem(
                    "text-cut",
                    Severity.NOTE,
                    "",
                    place,
                    value,
                    String.format(Locale.ROOT, "The text was cut to %d characters.", most));
            fitting = fitting.substring(0, most).strip();
        }
        return put(leftOutIfShort(fitting, place, value));
    }

    /** A short text that makes no sense when cut, such as a postal code: written whole or left out. */
    SegmentWriter whole(String value) {
        int place = element + 1;
        String fitting = sanitized(value, place);
        if (fitting.length() > rule(place).most()) {
            leftOut(place, value);
            return skip();
        }
        return put(leftOutIfShort(fitting, place, value));
    }

    private String leftOutIfShort(String fitting, int place, String value) {
        if (fitting.isEmpty() || fitting.length() >= rule(place).least()) {
            return fitting;
        }
        leftOut(place, value);
        return "";
    }

    private void leftOut(int place, String value) {
        problem(
                "text-left-out",
                Severity.NOTE,
                "",
                place,
                value,
                String.format(
                        Locale.ROOT,
                        "The text was left out: %d to %d characters fit here.",
                        rule(place).least(),
                        rule(place).most()));
    }

    private String sanitized(String value, int place) {
        String ascii = Transliteration.ascii(value);
        if (ascii.chars()
                        .filter(character -> character == Transliteration.UNKNOWN)
                        .count()
                > value.chars()
                        .filter(character -> character == Transliteration.UNKNOWN)
                        .count()) {
            problem("character-replaced", Severity.NOTE, "", place, value, "Letters outside of ASCII became '?'.");
        }
        if (ascii.chars().anyMatch(character -> character > ' ' && !sendable(character))) {
            problem("delimiter-replaced", Severity.NOTE, "", place, value, "Delimiters in the text became blanks.");
        }
        return withoutDelimiters(ascii);
    }

    private String withoutDelimiters(String ascii) {
        var clean = new StringBuilder(ascii.length());
        ascii.chars().forEach(character -> clean.append(sendable(character) ? (char) character : ' '));
        return clean.toString().strip().replaceAll(" {2,}", " ");
    }

    /** Whether anything of a text can be sent. */
    boolean leavesText(String value) {
        return !withoutDelimiters(Transliteration.ascii(value)).isEmpty();
    }

    /** A decimal number without exponent and trailing zeros. */
    SegmentWriter number(BigDecimal value) {
        int place = element + 1;
        String plain = plain(value);
        long digits = plain.chars().filter(Character::isDigit).count();
        if (digits > rule(place).most()) {
            problem(
                    "element-too-long",
                    Severity.ERROR,
                    "AK403 5",
                    place,
                    plain,
                    String.format(
                            Locale.ROOT,
                            "This number has %d digits, at most %d fit; a number is never cut.",
                            digits,
                            rule(place).most()));
        }
        return put(plain);
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A date CCYYMMDD. */
    SegmentWriter date(LocalDate value) {
        return put(DATE.format(value));
    }

    private ElementRule rule(int place) {
        return dictionary
                .segment(Tag.of(tag))
                .map(segment -> segment.elements().get(place - 1))
                .orElseThrow(() -> new IllegalStateException("No table for segment " + tag));
    }

    private boolean sendable(int character) {
        return character >= ' '
                && character < 0x7f
                && character != delimiters.element()
                && character != delimiters.component()
                && character != delimiters.repetition()
                && character != delimiters.segment();
    }

    /** Tells a problem of the segment that is being written. */
    void problem(String code, Severity severity, String standardCode, int place, String text, String message) {
        problems.add(new SyntaxProblem(
                code,
                severity,
                standardCode,
                tag,
                segments,
                segments - beforeSet,
                place,
                0,
                out.length(),
                text.length() > 99 ? text.substring(0, 99) : text,
                message));
    }

    /** How many elements the present segment has so far. */
    int elements() {
        return element;
    }

    /** How many segments stand in the set so far. */
    int segmentsInSet() {
        return segments - beforeSet;
    }

    /** Appends text that is no segment of the dictionary: ISA. */
    void raw(String segment) {
        segments++;
        out.append(segment).append(delimiters.segment());
    }

    List<SyntaxProblem> problems() {
        return problems;
    }

    String written() {
        return out.toString();
    }
}
