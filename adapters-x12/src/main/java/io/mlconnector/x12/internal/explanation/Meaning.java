package io.mlconnector.x12.internal.explanation;

import io.mlconnector.x12.internal.dictionary.ElementRule;
import io.mlconnector.x12.internal.dictionary.Names;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains a value that is not self-explanatory. */
final class Meaning {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");
    private static final Pattern SHORT_DATE = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern TIME = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)?(\\d{1,2})?");
    private static final Pattern HUNDREDTHS = Pattern.compile("-?\\d{1,18}");

    private Meaning() {}

    /** The meaning; empty if there is none. */
    static String of(ElementRule rule, String value) {
        return switch (rule.type()) {
            case DT -> date(value);
            case TM -> time(value);
            case N2 ->
                HUNDREDTHS.matcher(value).matches()
                        ? new BigDecimal(value).movePointLeft(2).toPlainString()
                        : "";
            case ID, AN -> Names.all().code(rule.number(), value.strip()).orElse("");
            case N0, R, C -> "";
        };
    }

    private static String date(String value) {
        Matcher full = DATE.matcher(value);
        if (full.matches()) {
            return full.group(1) + "-" + full.group(2) + "-" + full.group(3);
        }
        Matcher brief = SHORT_DATE.matcher(value);
        if (!brief.matches()) {
            return "";
        }
        // The window of the reader: 00 to 79 belong to this century.
        String century = brief.group(1).charAt(0) < '8' ? "20" : "19";
        return century + brief.group(1) + "-" + brief.group(2) + "-" + brief.group(3);
    }

    private static String time(String value) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            return "";
        }
        String seconds = time.group(3) == null ? "" : ":" + time.group(3);
        return time.group(1) + ":" + time.group(2) + seconds;
    }
}
