package io.mlconnector.x12.internal.envelope;

import io.mlconnector.domain.interchange.SyntaxProblem;
import io.mlconnector.domain.interchange.SyntaxProblem.Severity;
import io.mlconnector.x12.internal.syntax.InterchangeHeader;
import io.mlconnector.x12.internal.validation.Findings;
import java.util.regex.Pattern;

/**
 * Checks the elements of an ISA segment (reference x12, section 1.1; codes of TA105 from section 9.3). ISA02 and ISA04
 * are not looked at: they may hold a password. Of a header of another width no text is shown, since it is unknown which
 * element was shifted where.
 */
final class HeaderCheck {
    private record Rule(int element, Pattern pattern, String standardCode, String asked) {
        Rule(int element, String pattern, String standardCode, String asked) {
            this(element, Pattern.compile(pattern), standardCode, asked);
        }
    }

    private static final Rule[] RULES = {
        new Rule(5, "\\S{2}", "TA105 005", "ISA05 must be a qualifier of two characters."),
        new Rule(6, ".+", "TA105 006", "ISA06 must contain the sender id."),
        new Rule(7, "\\S{2}", "TA105 007", "ISA07 must be a qualifier of two characters."),
        new Rule(8, ".+", "TA105 008", "ISA08 must contain the receiver id."),
        new Rule(9, "\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])", "TA105 014", "ISA09 must be a date YYMMDD."),
        new Rule(10, "([01]\\d|2[0-3])[0-5]\\d", "TA105 015", "ISA10 must be a time HHMM."),
        new Rule(12, "\\d{5}", "TA105 017", "ISA12 must be a version of five digits."),
        new Rule(13, "\\d{1,9}", "TA105 018", "ISA13 must be a number of nine digits."),
        new Rule(14, "[0-3]", "TA105 019", "ISA14 must be 0 or 1."),
        new Rule(15, "[PTI]", "TA105 020", "ISA15 must be P, T or I; treated as T.")
    };

    private HeaderCheck() {}

    static void check(InterchangeHeader header, int segmentInFile, Findings findings) {
        for (Rule rule : RULES) {
            String value = header.element(rule.element());
            if (!rule.pattern().matcher(value).matches()) {
                findings.add(problem(
                        "interchange-header-element",
                        Severity.WARNING,
                        rule.standardCode(),
                        segmentInFile,
                        rule.element(),
                        header.offset(rule.element()),
                        header.exact() ? value : "",
                        rule.asked()));
            }
        }
        long offset = header.offset(0);
        String version = header.element(12);
        if (version.length() == 5
                && ControlNumberRule.isNumber(version)
                && (version.compareTo("00200") < 0 || version.compareTo("00899") > 0)) {
            findings.add(problem(
                    "interchange-version-unsupported",
                    Severity.WARNING,
                    "TA105 003",
                    segmentInFile,
                    12,
                    header.offset(12),
                    header.exact() ? version : "",
                    "ISA12 is not a known version; the interchange is processed nevertheless. Send 00401 or 00501."));
        }
        if (header.lowerCase()) {
            findings.add(problem(
                    "lower-case-tag",
                    Severity.WARNING,
                    "",
                    segmentInFile,
                    0,
                    offset,
                    "",
                    "The segment tag ISA must be in upper case."));
        }
        terminator(header, segmentInFile, findings);
        if (header.componentLeftOut()) {
            findings.add(problem(
                    "component-separator-missing",
                    Severity.WARNING,
                    "TA105 027",
                    segmentInFile,
                    16,
                    offset,
                    "",
                    "ISA16 holds no component separator; processed without one. Send one that is no other"
                            + " delimiter."));
        } else if (!header.exact()) {
            findings.add(problem(
                    "interchange-header-width",
                    Severity.WARNING,
                    "TA105 022",
                    segmentInFile,
                    0,
                    offset,
                    "",
                    "ISA must have " + InterchangeHeader.WIDTH + " characters; here blanks were removed or added."));
        }
    }

    private static void terminator(InterchangeHeader header, int segmentInFile, Findings findings) {
        if (header.longTerminator()) {
            findings.add(problem(
                    "terminator-long",
                    Severity.NOTE,
                    "",
                    segmentInFile,
                    0,
                    header.offset(0),
                    "",
                    "The segment terminator has more than one byte; it was recognised as a whole."));
        }
    }

    static SyntaxProblem problem(
            String code,
            Severity severity,
            String standardCode,
            int segmentInFile,
            int element,
            long offset,
            String text,
            String message) {
        return new SyntaxProblem(
                code, severity, standardCode, "ISA", segmentInFile, 0, element, 0, offset, text, message);
    }
}
