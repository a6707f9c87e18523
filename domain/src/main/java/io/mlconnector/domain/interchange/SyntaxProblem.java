package io.mlconnector.domain.interchange;

import java.util.Locale;
import java.util.Objects;

/**
 * One thing that is wrong with an X12 file, precise enough for the supplier's programmer.
 *
 * @param code a stable word, such as {@code segment-count-wrong}; [a-z0-9-]+
 * @param severity how much it matters
 * @param standardCode the code of the standard with its element, such as {@code AK403 7}; empty where there is none
 * @param segment tag of the segment, such as {@code IT1}; empty if the place is not inside a segment
 * @param segmentInFile position of the segment in the file, first = 1; 0 if not inside a segment
 * @param segmentInSet position counted from ST = 1; 0 outside of a transaction set
 * @param element position of the element in its segment, first = 1; 0 for the segment as a whole
 * @param component position of the component, first = 1; 0 for the element as a whole
 * @param offset position in the file in bytes, first = 0
 * @param text the offending text, at most 99 characters; may be empty; never the content of ISA02 or ISA04
 * @param rule the rule that is broken, as a table shows it, such as {@code IT103 ID 2-2, data element 355}; may be empty
 * @param message a sentence: what is wrong and what the standard asks for
 */
public record SyntaxProblem(
        String code,
        Severity severity,
        String standardCode,
        String segment,
        int segmentInFile,
        int segmentInSet,
        int element,
        int component,
        long offset,
        String text,
        String rule,
        String message) {

    public SyntaxProblem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(standardCode, "standardCode");
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }

    /** A problem of which no table has a rule. */
    public SyntaxProblem(
            String code,
            Severity severity,
            String standardCode,
            String segment,
            int segmentInFile,
            int segmentInSet,
            int element,
            int component,
            long offset,
            String text,
            String message) {
        this(
                code,
                severity,
                standardCode,
                segment,
                segmentInFile,
                segmentInSet,
                element,
                component,
                offset,
                text,
                "",
                message);
    }

    /** The same problem with another weight and another code of the standard. */
    public SyntaxProblem weighing(Severity newSeverity, String newStandardCode) {
        return new SyntaxProblem(
                code,
                newSeverity,
                newStandardCode,
                segment,
                segmentInFile,
                segmentInSet,
                element,
                component,
                offset,
                text,
                rule,
                message);
    }

    /** The same problem in other words. */
    public SyntaxProblem saying(String newText, String newMessage) {
        return new SyntaxProblem(
                code,
                severity,
                standardCode,
                segment,
                segmentInFile,
                segmentInSet,
                element,
                component,
                offset,
                newText,
                rule,
                newMessage);
    }

    /** Where it is, for a person: {@code IT103 (segment 7, byte 512)}. */
    public String place() {
        String name = element == 0 ? segment : String.format(Locale.ROOT, "%s%02d", segment, element);
        if (component > 0) {
            name = name + "-" + component;
        }
        return segmentInFile == 0 ? "byte " + offset : name + " (segment " + segmentInFile + ", byte " + offset + ")";
    }

    /** How much a problem matters (reference x12, section 14, severity ladder). */
    public enum Severity {
        /** Repaired and noted: a missing last terminator, blanks around segments. */
        NOTE,
        /** Accepted with errors: the document is usable. */
        WARNING,
        /** The transaction set cannot be used; its neighbours can. */
        ERROR,
        /** The interchange or the file cannot be used. */
        FATAL
    }
}
