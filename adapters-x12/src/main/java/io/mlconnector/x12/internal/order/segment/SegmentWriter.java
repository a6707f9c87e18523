package io.mlconnector.x12.internal.order.segment;

import io.mlconnector.domain.agreement.TextRules;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.ElementRule;
import io.mlconnector.x12.internal.dictionary.RelationalNote;
import io.mlconnector.x12.internal.dictionary.SegmentRule;
import io.mlconnector.x12.internal.syntax.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes segments by the dictionary: texts are adjusted and reported as a note, ids and numbers are never altered, and
 * a segment that lacks a mandatory element or breaks a relational note is an error. Empty elements at the end of a
 * segment are left out (reference x12, section 1.4).
 */
public final class SegmentWriter {
    /** More digits than any element of the standard takes. */
    private static final int ABSURD = 60;

    private static final int EARLIEST_YEAR = 1000;
    private static final int LATEST_YEAR = 9999;

    private final Dictionary dictionary;
    private final Characters characters;
    private final TextRules rules;
    private final char elementSeparator;
    private final char terminator;
    private final StringBuilder out = new StringBuilder(4096);
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private String context = "";
    private String tag = "";
    private SegmentRule rule = SegmentRule.NONE;
    private int segments;
    private int beforeSet;
    private int element;
    private int start;
    private int lastFull;
    private long present;

    public SegmentWriter(Dictionary dictionary, Delimiters delimiters, TextRules rules) {
        this.dictionary = dictionary;
        this.characters = new Characters(delimiters, rules);
        this.rules = rules;
        this.elementSeparator = delimiters.element();
        this.terminator = delimiters.segment();
    }

    /** Sets the context of the following segments, for messages; empty for the header. */
    public void within(String what) {
        context = what;
    }

    /** Begins a segment. */
    public SegmentWriter begin(String segmentTag) {
        tag = segmentTag;
        if (tag.equals("ST")) {
            beforeSet = segments;
        }
        rule = dictionary
                .segment(Tag.of(tag))
                .orElseThrow(() -> new IllegalStateException("No table for segment " + segmentTag));
        segments++;
        element = 0;
        present = 0;
        start = out.length();
        out.append(tag);
        lastFull = out.length();
        return this;
    }

    /** Ends the segment; a segment without any element is removed. */
    public void end() {
        out.setLength(lastFull);
        if (element > 0 && present == 0) {
            out.setLength(start);
            segments--;
            return;
        }
        List<ElementRule> elements = rule.elements();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).mandatory() && (present >>> i & 1) == 0) {
                error(
                        "element-missing",
                        "AK403 1",
                        i + 1,
                        "",
                        "The value is missing, but the element is mandatory. Enter it in F&O or in the partner's profile.");
            }
        }
        for (RelationalNote note : rule.notes()) {
            int broken = note.brokenAt(present << 1);
            if (broken > 0) {
                error(
                        note.kind() == RelationalNote.Kind.E
                                ? "elements-exclude-each-other"
                                : "element-conditionally-missing",
                        note.kind() == RelationalNote.Kind.E ? "AK403 10" : "AK403 2",
                        broken,
                        "",
                        "The standard's condition " + note + " on " + tag
                                + " is not met. If the partner's profile defines the content of this segment, correct it"
                                + " there.");
            }
        }
        out.append(terminator).append(rules.lineEnd().text());
    }

    /** An element that is left out. */
    public SegmentWriter skip() {
        out.append(elementSeparator);
        element++;
        return this;
    }

    /** Some elements that are left out. */
    public SegmentWriter skip(int count) {
        for (int i = 0; i < count; i++) {
            skip();
        }
        return this;
    }

    private SegmentWriter put(String value) {
        skip();
        if (!value.isEmpty()) {
            out.append(value);
            lastFull = out.length();
            present |= 1L << (element - 1);
        }
        return this;
    }

    /** A fixed code of the standard. */
    public SegmentWriter code(String value) {
        return put(value);
    }

    /** An id or an agreed code: written as it is or not at all. */
    public SegmentWriter id(String untrimmed) {
        int place = element + 1;
        String value = untrimmed.stripTrailing();
        if (value.isEmpty()) {
            return skip();
        }
        if (value.length() > most(place)) {
            error(
                    "element-too-long",
                    "AK403 5",
                    place,
                    value,
                    String.format(
                            Locale.ROOT,
                            "This id has %d characters, but at most %d are allowed; ids are never truncated. Use a shorter id.",
                            value.length(),
                            most(place)));
        }
        if (value.length() < element(place).least()) {
            error(
                    "element-too-short",
                    "AK403 4",
                    place,
                    value,
                    String.format(
                            Locale.ROOT,
                            "This id has %d characters, but at least %d are required; ids are never padded. Use a longer id.",
                            value.length(),
                            element(place).least()));
        }
        if (!characters.carriesId(value)) {
            error(
                    "character-not-sendable",
                    "AK403 6",
                    place,
                    value,
                    "This id contains a separator, a control character or a character outside of the agreed character set;"
                            + " ids are never altered.");
        }
        return put(value);
    }

    /** A text: spelled with the agreed characters, and cut to what fits. */
    public SegmentWriter text(String value) {
        int place = element + 1;
        String fitting = sanitized(value, place);
        int most = most(place);
        if (fitting.length() > most) {
            if (rules.longTexts() == TextRules.LongTexts.REFUSE) {
                error(
                        "element-too-long",
                        "AK403 5",
                        place,
                        value,
                        String.format(
                                Locale.ROOT,
                                "The text has %d characters, but at most %d are allowed, and the partner's profile does not allow"
                                        + " texts to be truncated (texts.tooLong).",
                                fitting.length(),
                                most));
            } else {
                note(
                        "text-cut",
                        place,
                        value,
                        String.format(Locale.ROOT, "The text was truncated to %d characters.", most));
            }
            fitting = fitting.substring(0, most).strip();
        }
        return put(leftOutIfShort(fitting, place, value));
    }

    /** A text split between words into parts that fit into the element without truncation. */
    public List<String> parts(String segmentTag, int place, String value) {
        begin(segmentTag);
        element = place - 1;
        String fitting = sanitized(value, place);
        int most = most(place);
        segments--;
        out.setLength(start);
        return fitting.isEmpty() ? List.of() : TextParts.of(fitting, most);
    }

    /** A short text that must not be truncated, such as a postal code: written whole or left out. */
    public SegmentWriter whole(String value) {
        int place = element + 1;
        String fitting = sanitized(value, place);
        if (fitting.length() > most(place)) {
            leftOut(place, value);
            return skip();
        }
        return put(leftOutIfShort(fitting, place, value));
    }

    private String leftOutIfShort(String fitting, int place, String value) {
        if (fitting.isEmpty() || fitting.length() >= element(place).least()) {
            return fitting;
        }
        leftOut(place, value);
        return "";
    }

    private void leftOut(int place, String value) {
        note(
                "text-left-out",
                place,
                value,
                String.format(
                        Locale.ROOT,
                        "The text was left out: this element must have %d to %d characters.",
                        element(place).least(),
                        most(place)));
    }

    private String sanitized(String value, int place) {
        if (characters.carriesText(value)) {
            return rules.upperCase() ? value.toUpperCase(Locale.ROOT) : value;
        }
        Characters.Spelling spelling = characters.spell(value);
        if (spelling.unknown()) {
            if (rules.transliterated()) {
                note(
                        "character-replaced",
                        place,
                        value,
                        "Characters outside of the agreed character set were replaced by '" + Transliteration.UNKNOWN
                                + "'.");
            } else {
                error(
                        "character-not-sendable",
                        "AK403 6",
                        place,
                        value,
                        "The text contains a character outside of the agreed character set, and the partner's profile does not"
                                + " allow texts to be transliterated (texts.transliterate).");
            }
        }
        if (spelling.delimited()) {
            note(
                    "delimiter-replaced",
                    place,
                    value,
                    "Separators in the text were replaced by the substitute character.");
        }
        return rules.upperCase() ? spelling.text().toUpperCase(Locale.ROOT) : spelling.text();
    }

    /** Whether any part of a text can be sent. */
    public boolean leavesText(String value) {
        return characters.carriesText(value)
                ? !value.isEmpty()
                : !characters.spell(value).text().isEmpty();
    }

    /** Whether a text can be written to an element unaltered. */
    public boolean takesWhole(String value, int most) {
        return value.length() <= most && characters.carriesText(value);
    }

    /** A decimal number without exponent and trailing zeros. */
    public SegmentWriter number(BigDecimal value) {
        int place = element + 1;
        if (absurd(value)) {
            tooLong(place, Math.abs((long) value.precision() - value.scale()), "");
            return put("0");
        }
        String plain = plain(value);
        int digits = digits(plain);
        if (digits > most(place)) {
            tooLong(place, digits, plain);
        }
        return put(plain);
    }

    private void tooLong(int place, long digits, String plain) {
        error(
                "element-too-long",
                "AK403 5",
                place,
                plain,
                String.format(
                        Locale.ROOT,
                        "This number has %d digits, but at most %d are allowed; numbers are never truncated.",
                        digits,
                        most(place)));
    }

    /** An amount of money: with two implied decimals where the element is of that type. */
    public SegmentWriter amount(BigDecimal value) {
        return absurd(value)
                ? number(value)
                : number(value.setScale(2, RoundingMode.HALF_UP).movePointRight(2));
    }

    private static boolean absurd(BigDecimal value) {
        return Math.abs((long) value.precision() - value.scale()) > ABSURD || Math.abs((long) value.scale()) > ABSURD;
    }

    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static int digits(String plain) {
        int digits = 0;
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) >= '0' && plain.charAt(i) <= '9') {
                digits++;
            }
        }
        return digits;
    }

    /** Whether a number fits into a maximum number of digits. */
    public static boolean fits(BigDecimal value, int most) {
        return !absurd(value) && digits(plain(value)) <= most;
    }

    /** A date CCYYMMDD. */
    public SegmentWriter date(LocalDate value) {
        if (value.getYear() < EARLIEST_YEAR || value.getYear() > LATEST_YEAR) {
            error(
                    "date-invalid",
                    "AK403 8",
                    element + 1,
                    value.toString(),
                    "The year of a date must have four digits. Correct the date in F&O.");
            return put("00000000");
        }
        int day = value.getYear() * 10_000 + value.getMonthValue() * 100 + value.getDayOfMonth();
        return put(Integer.toString(day));
    }

    private ElementRule element(int place) {
        if (place > rule.elements().size()) {
            throw new IllegalStateException(tag + " has no element " + place);
        }
        return rule.elements().get(place - 1);
    }

    /** How many elements the segment has by the standard. */
    int width() {
        return rule.elements().size();
    }

    /** Most characters or digits of an element: the standard's limit, or a lower one that was agreed. */
    private int most(int place) {
        int most = element(place).most();
        return rules.limits().isEmpty()
                ? most
                : Math.min(most, rules.limits().getOrDefault(OrderFields.place(tag, place), most));
    }

    /** Adds a note about a change made to the current segment. */
    public void note(String code, int place, String text, String message) {
        problem(code, Severity.NOTE, "", place, text, message);
    }

    /** Adds an error that prevents the current segment from being written. */
    public void error(String code, String standardCode, int place, String text, String message) {
        problem(code, Severity.ERROR, standardCode, place, text, message);
    }

    private void problem(String code, Severity severity, String standardCode, int place, String text, String message) {
        String field = OrderFields.name(tag, place);
        String where = context.isEmpty() || field.isEmpty() ? context + field : context + ", " + field;
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
                where.isEmpty() ? message : where + ": " + message));
    }

    /** Number of elements of the current segment so far. */
    public int elements() {
        return element;
    }

    /** Number of segments in the transaction set so far. */
    public int segmentsInSet() {
        return segments - beforeSet;
    }

    /** Appends text that is no segment of the dictionary: ISA. */
    public void raw(String segment) {
        segments++;
        out.append(segment).append(terminator).append(rules.lineEnd().text());
    }

    public List<SyntaxProblem> problems() {
        return problems;
    }

    /** The characters of the ids of this document. */
    public Characters characters() {
        return characters;
    }

    public String written() {
        return out.toString();
    }
}
