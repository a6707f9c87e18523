package io.mlconnector.x12.internal.validation;

import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.x12.internal.dictionary.ElementRule;
import io.mlconnector.x12.internal.dictionary.ElementType;
import io.mlconnector.x12.internal.dictionary.RelationalNote;
import io.mlconnector.x12.internal.dictionary.SegmentRule;
import io.mlconnector.x12.internal.syntax.DateReader;
import io.mlconnector.x12.internal.syntax.DecimalReader;
import io.mlconnector.x12.internal.syntax.SegmentCursor;

/**
 * Checks a segment against the dictionary: mandatory elements, types, lengths, codes and relational notes (reference
 * x12, sections 1.3, 9.4 and 10). Everything it finds is a warning; whoever needs a value makes an error of it.
 */
public final class SegmentCheck {
    private final DecimalReader decimals = new DecimalReader();

    /** Checks the present segment. */
    public void check(SegmentCursor segment, SegmentRule rule, Findings findings) {
        int known = Math.min(segment.elements(), rule.size());
        long present = 0;
        boolean special = segment.control() || segment.divided();
        for (int i = 1; i <= known; i++) {
            int length = segment.to(i) - segment.from(i);
            if (length > 0) {
                present |= 1L << i;
                ElementRule element = rule.element(i);
                element(segment, rule, element, i, length, findings);
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
                    rule.tag() + " has at most " + rule.size() + " elements; perhaps a text holds a separator.");
        }
        if (!rule.related(present)) {
            related(segment, rule, present, findings);
        }
    }

    private static void missing(SegmentCursor segment, SegmentRule rule, long missing, Findings findings) {
        for (int i = 1; i <= rule.size(); i++) {
            if (((missing >>> i) & 1) != 0) {
                findings.warn("element-missing", "AK403 1", segment, i, name(rule, i) + " must not be empty.");
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
            SegmentCursor segment, SegmentRule rule, ElementRule element, int i, int length, Findings findings) {
        switch (element.type()) {
            case AN -> length(segment, rule, element, i, length, findings);
            case ID -> {
                length(segment, rule, element, i, length, findings);
                if (!element.codes().holds(segment, i)) {
                    unknown(segment, element, i, findings);
                }
            }
            case N0, N2, R -> number(segment, rule, element, i, findings);
            case DT -> date(segment, rule, element, i, findings);
            case TM -> {
                if (!DateReader.isTime(segment, i)) {
                    findings.warn("time-invalid", "AK403 9", segment, i, name(rule, i) + " is a time HHMM or HHMMSS.");
                }
            }
            case C -> {}
        }
    }

    private static void unknown(SegmentCursor segment, ElementRule element, int i, Findings findings) {
        findings.warn(
                "code-unknown",
                "AK403 7",
                segment,
                i,
                Findings.quoted(segment.text(i)) + " is not among the known codes of data element " + element.number()
                        + ".");
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
                name(rule, i) + " has " + length + " characters, "
                        + (tooLong
                                ? "at most " + element.most() + " fit."
                                : "at least " + element.least() + " are asked for."));
    }

    private void number(SegmentCursor segment, SegmentRule rule, ElementRule element, int i, Findings findings) {
        if (!decimals.read(segment, i)) {
            findings.warn("number-invalid", "AK403 6", segment, i, name(rule, i) + " is not a number.");
        } else if (decimals.point() && element.type() != ElementType.R) {
            findings.warn(
                    "point-not-allowed",
                    "AK403 6",
                    segment,
                    i,
                    name(rule, i) + " is a number without a decimal point; taken as written.");
        } else {
            length(segment, rule, element, i, decimals.digits(), findings);
        }
    }

    private static void date(SegmentCursor segment, SegmentRule rule, ElementRule element, int i, Findings findings) {
        if (element.most() == 6 && segment.to(i) - segment.from(i) == 6) {
            return;
        }
        switch (DateReader.kind(segment, i)) {
            case NONE -> findings.warn("date-invalid", "AK403 8", segment, i, name(rule, i) + " is a date CCYYMMDD.");
            case SHORT ->
                findings.warn(
                        "date-short",
                        "AK403 8",
                        segment,
                        i,
                        name(rule, i) + " is a date CCYYMMDD; the century was added.");
            case ZERO ->
                findings.warn("date-zero", "AK403 8", segment, i, name(rule, i) + " is all zeros; taken as no date.");
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
                        name(rule, i) + " holds a control character or a line end.");
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
                        name(rule, i) + " does not repeat; perhaps a text holds the repetition separator.");
                return;
            }
            if (element.type() != ElementType.C && segment.isComponentSeparator(position)) {
                findings.warn(
                        "components-too-many",
                        "AK403 13",
                        segment,
                        i,
                        name(rule, i) + " has no components; perhaps a text holds the component separator.");
                return;
            }
        }
    }

    private static void relation(
            SegmentCursor segment, SegmentRule rule, RelationalNote note, int broken, Findings findings) {
        boolean exclusion = note.kind() == RelationalNote.Kind.E;
        findings.add(
                Severity.WARNING,
                exclusion ? "elements-exclude-each-other" : "element-conditionally-missing",
                exclusion ? "AK403 10" : "AK403 2",
                segment,
                broken,
                switch (note.kind()) {
                    case P -> name(rule, broken) + " is missing: of " + names(rule, note) + " all are given or none.";
                    case R -> "One of " + names(rule, note) + " must be given.";
                    case E -> "Only one of " + names(rule, note) + " may be given.";
                    case C ->
                        name(rule, broken) + " must be given since "
                                + name(rule, note.elements().get(0)) + " is.";
                    case L ->
                        "Since " + name(rule, note.elements().get(0)) + " is given, one of the others of "
                                + names(rule, note) + " must be too.";
                });
    }

    private static String names(SegmentRule rule, RelationalNote note) {
        return String.join(
                ", ",
                note.elements().stream().map(element -> name(rule, element)).toList());
    }

    static String name(SegmentRule rule, int element) {
        return rule.tag() + (element < 10 ? "0" : "") + element;
    }
}
