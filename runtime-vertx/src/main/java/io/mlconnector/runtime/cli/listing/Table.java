package io.mlconnector.runtime.cli.listing;

import io.mlconnector.runtime.terminal.Colours;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Rows under a heading for a terminal. A column in which no row has anything is left out; where the width of the terminal is known,
 * columns that may be cut are cut to it.
 */
public final class Table {

    /** No column is cut to less. */
    private static final int NARROWEST = 8;

    private static final String BETWEEN = "  ";

    private final List<Column> columns;
    private final Colours colours;
    private final int width;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A column.
     *
     * @param heading above it
     * @param right whether it stands at the right, as numbers do
     * @param elastic whether it may be cut
     */
    public record Column(String heading, boolean right, boolean elastic) {

        /** Text that is never cut. */
        public static Column whole(String heading) {
            return new Column(heading, false, false);
        }

        /** Text that may be cut. */
        public static Column text(String heading) {
            return new Column(heading, false, true);
        }

        /** What is counted. */
        public static Column number(String heading) {
            return new Column(heading, true, false);
        }
    }

    private record Row(List<String> cells, List<String> below) {}

    /**
     * An empty one.
     *
     * @param width in characters; 0 if it is not known
     */
    public Table(List<Column> columns, Colours colours, int width) {
        this.columns = List.copyOf(columns);
        this.colours = colours;
        this.width = width;
    }

    /** Adds a row with a cell for each column, and lines that are set in below it. */
    public void add(List<String> cells, List<String> below) {
        rows.add(new Row(List.copyOf(cells), List.copyOf(below)));
    }

    /** The lines; none for no rows. */
    public List<String> lines() {
        return lines((heading, text) -> text);
    }

    /**
     * The same.
     *
     * @param paint gives a cell its colour, by the heading above it
     */
    public List<String> lines(BinaryOperator<String> paint) {
        if (rows.isEmpty()) {
            return List.of();
        }
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(colours.tag(line(columns.stream().map(Column::heading).toList(), widths, (heading, text) -> text)));
        for (Row row : rows) {
            lines.add(line(row.cells(), widths, paint));
            row.below().forEach(text -> lines.add("    " + text));
        }
        return lines;
    }

    /** Of each column; 0 for one that is left out. */
    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int longest = rows.stream()
                    .mapToInt(row -> row.cells().get(column).length())
                    .max()
                    .orElse(0);
            widths[i] = longest == 0
                    ? 0
                    : Math.max(longest, columns.get(i).heading().length());
        }
        while (width > 0 && total(widths) > width) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (columns.get(i).elastic() && widths[i] > NARROWEST && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = -BETWEEN.length();
        for (int one : widths) {
            total += one == 0 ? 0 : one + BETWEEN.length();
        }
        return total;
    }

    private String line(List<String> cells, int[] widths, BinaryOperator<String> paint) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > 0) {
                String cell = cut(cells.get(i), widths[i]);
                String padding = " ".repeat(widths[i] - cell.length());
                String text = paint.apply(columns.get(i).heading(), cell);
                line.append(columns.get(i).right() ? padding + text : text + padding)
                        .append(BETWEEN);
            }
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
