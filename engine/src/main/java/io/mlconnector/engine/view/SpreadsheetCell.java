package io.mlconnector.engine.view;

import java.util.regex.Pattern;

/**
 * Text in a CSV file for a spreadsheet, which takes a cell that begins with one of {@code = + - @}, a tab or a carriage return for a
 * formula and computes it. An apostrophe before it keeps it text.
 */
public final class SpreadsheetCell {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private SpreadsheetCell() {}

    /** The text as it is written: nothing that a spreadsheet computes. */
    public static String written(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that {@link #written} wrote. */
    public static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
