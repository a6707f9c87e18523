package io.mlconnector.x12.internal.validation;

import io.mlconnector.domain.words.Counted;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.ElementRule;
import io.mlconnector.x12.internal.dictionary.ElementType;
import io.mlconnector.x12.internal.dictionary.RelationalNote;
import io.mlconnector.x12.internal.dictionary.SegmentRule;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.DecimalReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Checks a segment against the dictionary: mandatory elements, types, lengths, codes and relational notes (reference
 * x12, sections 1.3, 9.4 and 10). All its findings are warnings; they become errors where a value is required.
 */
public final class SegmentCheck {
    /** Data elements whose lists partners do not extend; all others are open (reference x12, section 11). */
    private static final Set<String> CLOSED = Set.of("248", "349", "353", "715", "717");

    /** No code beyond the lists was agreed. */
    public static final IntPredicate NONE_AGREED = element -> false;

    private final DecimalReader decimals = new DecimalReader();

    /** Checks the present segment. */
    public void check(SegmentCursor segment, SegmentRule rule, Findings findings) {
        check(segment, rule, NONE_AGREED, findings);
    }

    /**
     * Checks the present segment.
     *
     * @param agreed whether the code of an element, first = 1, was agreed with the partner although no list has it
     */
    public void check(SegmentCursor segment, SegmentRule rule, IntPredicate agreed, Findings findings) {
        int known = Math.min(segment.elements(), rule.size());
        long present = 0;
        boolean special = segment.control() || segment.divided();
        for (int i = 1; i <= known; i++) {
            int length = segment.to(i) - segment.from(i);
            if (length > 0) {
                present |= 1L << i;
                ElementRule element = rule.element(i);
                element(segment, rule, element, i, length, agreed, findings);
                if (special) {
                    characters(segment, rule, element, i, findings);
                }
            }
        }
        if ((rule.mandatory() & ~present) != 0) {
            missing(segment, rule, rule.mandatory() & ~present, findings);
        }
        if (segment.elements() > rule.size()) {
            findings.warn(
                    "elements-too-many",
                    "AK403 3",
                    segment,
                    rule.size() + 1,
                    rule.tag() + " has " + rule.size() + " elements",
                    rule.tag() + " has " + segment.elements() + " elements here, but the standard defines "
                            + rule.size()
                            + ". A text may contain the element separator: remove that character from texts.");
        }
        if (!rule.related(present)) {
            related(segment, rule, present, findings);
        }
    }

    /**
     * Checks the present segment of a set; a terminator that is missing in it is told as one problem, and the segment
     * ends there.
     *
     * @param agreed whether the code of an element, first = 1, was agreed with the partner although no list has it
     */
    public void check(
            SegmentCursor segment, SegmentRule rule, IntPredicate agreed, Dictionary dictionary, Findings findings) {
        check(segment, rule, agreed, findings);
        if (findings.telling(segment) > 0 && MissingTerminator.repair(segment, rule, dictionary, this)) {
            findings.forget(segment);
            terminatorMissing(segment, rule, findings);
            check(segment, rule, agreed, findings);
        }
    }

    /** Looks whether the terminator of a header or trailer is missing, and ends the segment there. */
    public void separate(SegmentCursor segment, SegmentRule rule, Dictionary dictionary, Findings findings) {
        if (segment.elements() > rule.size() && MissingTerminator.repair(segment, rule, dictionary, this)) {
            terminatorMissing(segment, rule, findings);
        }
    }

    private static void terminatorMissing(SegmentCursor segment, SegmentRule rule, Findings findings) {
        int last = segment.written();
        findings.warn(
                "segment-terminator-missing",
                "AK403 3",
                segment,
                last,
                "",
                "The segment terminator after " + name(rule, last) + " is missing: the next segment begins inside it."
                        + " Read as if it were there. Send it.");
    }

    private static void missing(SegmentCursor segment, SegmentRule rule, long missing, Findings findings) {
        for (int i = 1; i <= rule.size(); i++) {
            if (((missing >>> i) & 1) != 0) {
                findings.warn(
                        "element-missing",
                        "AK403 1",
                        segment,
                        i,
                        shown(rule, i),
                        name(rule, i) + " is empty, but mandatory. Send a value.");
            }
        }
    }

    private static void related(SegmentCursor segment, SegmentRule rule, long present, Findings findings) {
        for (RelationalNote note : rule.notes()) {
            int broken = note.brokenAt(present);
            if (broken > 0) {
                relation(segment, rule, note, broken, findings);
            }
        }
    }

    private void element(
            SegmentCursor segment,
            SegmentRule rule,
            ElementRule element,
            int i,
            int length,
            IntPredicate agreed,
            Findings findings) {
        switch (element.type()) {
            case AN -> length(segment, rule, element, i, length, findings);
            case ID -> {
                length(segment, rule, element, i, length, findings);
                if (!element.codes().holds(segment, i) && !agreed.test(i)) {
                    unknown(segment, rule, element, i, findings);
                }
            }
            case N0, N2, R -> number(segment, rule, element, i, findings);
            case DT -> date(segment, rule, element, i, findings);
            case TM -> {
                if (!DateReader.isTime(segment, i)) {
                    findings.warn(
                            "time-invalid",
                            "AK403 9",
                            segment,
                            i,
                            shown(rule, i),
                            name(rule, i) + " is " + Findings.quoted(segment.text(i))
                                    + ", which is not a valid time. Send HHMM or HHMMSS on a 24-hour clock.");
                }
            }
            case C -> CompositeCheck.check(segment, rule, i, findings);
        }
    }

    private static void unknown(
            SegmentCursor segment, SegmentRule rule, ElementRule element, int i, Findings findings) {
        String message = name(rule, i) + " is " + Findings.quoted(segment.text(i))
                + ", which is not among the known codes of data element " + element.number()
                + ". Send one of its codes, or agree on this one with us.";
        if (CLOSED.contains(element.number())) {
            findings.warn("code-unknown", "AK403 7", segment, i, shown(rule, i), message);
        } else {
            findings.tolerate("code-unknown", "AK403 7", segment, i, shown(rule, i), message);
        }
    }

    private static void characters(
            SegmentCursor segment, SegmentRule rule, ElementRule element, int i, Findings findings) {
        if (segment.control() && element.type() != ElementType.C) {
            control(segment, rule, i, findings);
        }
        if (segment.divided()) {
            undivided(segment, rule, element, i, findings);
        }
    }

    private static void length(
            SegmentCursor segment, SegmentRule rule, ElementRule element, int i, int length, Findings findings) {
        if (length > element.most() || length < element.least()) {
            wrongLength(segment, rule, element, i, length, findings);
        }
    }

    private static void wrongLength(
            SegmentCursor segment, SegmentRule rule, ElementRule element, int i, int length, Findings findings) {
        boolean tooLong = length > element.most();
        findings.warn(
                tooLong ? "element-too-long" : "element-too-short",
                tooLong ? "AK403 5" : "AK403 4",
                segment,
                i,
                shown(rule, i),
                name(rule, i) + " has " + Counted.of(length, "character") + ", "
                        + (tooLong
                                ? "but at most " + element.most() + (element.most() == 1 ? " is" : " are")
                                        + " allowed. Shorten it."
                                : "but at least " + element.least() + (element.least() == 1 ? " is" : " are")
                                        + " required. Check whether it was truncated."));
    }

    private void number(SegmentCursor segment, SegmentRule rule, ElementRule element, int i, Findings findings) {
        boolean decimal = element.type() == ElementType.R;
        if (!decimals.read(segment, i) || (decimals.exponent() && !decimal)) {
            findings.warn(
                    "number-invalid",
                    "AK403 6",
                    segment,
                    i,
                    shown(rule, i),
                    name(rule, i) + " is not a number. Send digits with at most one point and a minus sign in front;"
                            + " no comma, no blank and no currency.");
        } else if (decimals.plus()) {
            findings.warn(
                    "plus-sign",
                    "AK403 6",
                    segment,
                    i,
                    shown(rule, i),
                    name(rule, i)
                            + " has a plus sign, which is not allowed in numbers; the value was accepted. Send it without the sign.");
        } else if (decimals.point() && !decimal) {
            findings.warn(
                    "point-not-allowed",
                    "AK403 6",
                    segment,
                    i,
                    shown(rule, i),
                    name(rule, i) + " is a number of type " + element.type()
                            + " and must not have a decimal point; the value was accepted. Send it without the point"
                            + (element.type() == ElementType.N2 ? ", in hundredths." : "."));
        } else {
            length(segment, rule, element, i, decimals.digits(), findings);
            if (decimals.exponent()) {
                findings.note(
                        "number-in-exponent-form",
                        segment,
                        i,
                        "The number is in exponential notation, which is unusual; the value was accepted.");
            }
        }
    }

    private static void date(SegmentCursor segment, SegmentRule rule, ElementRule element, int i, Findings findings) {
        if (element.most() == 6 && segment.to(i) - segment.from(i) == 6) {
            return;
        }
        switch (DateReader.kind(segment, i)) {
            case NONE ->
                findings.warn(
                        "date-invalid",
                        "AK403 8",
                        segment,
                        i,
                        shown(rule, i),
                        name(rule, i) + " is " + Findings.quoted(segment.text(i))
                                + ", which is not a valid date. Send CCYYMMDD.");
            case SHORT ->
                findings.warn(
                        "date-short",
                        "AK403 8",
                        segment,
                        i,
                        shown(rule, i),
                        name(rule, i) + " is a six-digit date; the century was added. Send CCYYMMDD.");
            case ZERO ->
                findings.warn(
                        "date-zero",
                        "AK403 8",
                        segment,
                        i,
                        shown(rule, i),
                        name(rule, i) + " is all zeros; treated as no date. Leave it empty if there is no date.");
            case FULL -> {}
        }
    }

    private static void control(SegmentCursor segment, SegmentRule rule, int i, Findings findings) {
        for (int position = segment.from(i); position < segment.to(i); position++) {
            if (segment.at(position) < 0x20 || segment.at(position) == 0x7f) {
                findings.warn(
                        "character-invalid",
                        "AK403 6",
                        segment,
                        i,
                        shown(rule, i),
                        name(rule, i) + " contains a control character or a line end. Remove it.");
                return;
            }
        }
    }

    /** No element of our sets repeats, and only composites have components (reference x12, section 14, row 35). */
    private static void undivided(
            SegmentCursor segment, SegmentRule rule, ElementRule element, int i, Findings findings) {
        for (int position = segment.from(i); position < segment.to(i); position++) {
            if (segment.isRepetitionSeparator(position)) {
                findings.warn(
                        "repetitions-too-many",
                        "AK403 12",
                        segment,
                        i,
                        shown(rule, i),
                        name(rule, i) + " must not repeat. A text may contain the repetition separator: remove that"
                                + " character from texts.");
                return;
            }
            if (element.type() != ElementType.C && segment.isComponentSeparator(position)) {
                findings.warn(
                        "components-too-many",
                        "AK403 13",
                        segment,
                        i,
                        shown(rule, i),
                        name(rule, i)
                                + " must not have components. A text may contain the component separator: remove that"
                                + " character from texts.");
                return;
            }
        }
    }

    private static void relation(
            SegmentCursor segment, SegmentRule rule, RelationalNote note, int broken, Findings findings) {
        boolean exclusion = note.kind() == RelationalNote.Kind.E;
        findings.warn(
                exclusion ? "elements-exclude-each-other" : "element-conditionally-missing",
                exclusion ? "AK403 10" : "AK403 2",
                segment,
                broken,
                note.toString(),
                switch (note.kind()) {
                    case P ->
                        name(rule, broken) + " is missing: either all of " + names(rule, note)
                                + " must be given or none.";
                    case R -> "One of " + names(rule, note) + " must be given.";
                    case E -> "Only one of " + names(rule, note) + " may be given.";
                    case C ->
                        name(rule, broken) + " must be given because "
                                + name(rule, note.elements().get(0)) + " is.";
                    case L ->
                        "Because " + name(rule, note.elements().get(0)) + " is given, one of the others of "
                                + names(rule, note) + " must be given too.";
                });
    }

    private static String names(SegmentRule rule, RelationalNote note) {
        return String.join(
                ", ",
                note.elements().stream().map(element -> name(rule, element)).toList());
    }

    /** An element's rule as a table shows it, such as {@code IT103 ID 2-2, data element 355}. */
    static String shown(SegmentRule rule, int i) {
        ElementRule element = rule.element(i);
        return name(rule, i) + " " + element.type() + " " + element.least() + "-" + element.most() + ", data element "
                + element.number();
    }

    static String name(SegmentRule rule, int element) {
        return rule.tag() + (element < 10 ? "0" : "") + element;
    }
}
