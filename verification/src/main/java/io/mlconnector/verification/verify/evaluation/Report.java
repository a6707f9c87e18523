package io.mlconnector.verification.verify.evaluation;

import io.mlconnector.verification.verify.trouble.Finding;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The results of a verification.
 *
 * @param seed from which it was generated
 * @param rows one for each kind of trouble that was made
 * @param findings deviations from what is promised; empty if there are none
 * @param took how long it took
 * @param entries how many entries of the history were verified
 */
public record Report(long seed, List<ResultRow> rows, List<Finding> findings, Duration took, long entries) {

    private record Column(String title, Function<ResultRow, String> cell) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("trouble", row -> row.trouble().title()),
            new Column("runs", row -> Integer.toString(row.runs())),
            new Column("orders", row -> Integer.toString(row.orders())),
            new Column("invoices", row -> Integer.toString(row.invoices())),
            new Column("lost", row -> Integer.toString(row.lost())),
            new Column("doubled", row -> Integer.toString(row.doubled())),
            new Column("incomplete", row -> Integer.toString(row.incomplete())),
            new Column("unknown: settled", row -> Integer.toString(row.doubts().settled())),
            new Column("held", row -> Integer.toString(row.doubts().held())),
            new Column("open", row -> Integer.toString(row.doubts().open())),
            new Column(
                    "kills",
                    row -> row.resumes().kills() == 0
                            ? "-"
                            : Integer.toString(row.resumes().kills())),
            new Column("resumed p50", row -> seconds(row.resumes().percentile(0.5))),
            new Column("p95", row -> seconds(row.resumes().percentile(0.95))),
            new Column("red after", row -> seconds(row.endurance().redAfter())),
            new Column("went on after", row -> seconds(row.endurance().wentOnAfter())),
            new Column("in Retry-After", row -> Integer.toString(row.tooEarly())),
            new Column("most/s", Report::busiest));

    /** Copies the lists. */
    public Report {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /**
     * Whether everything is as promised.
     *
     * @return true if nothing was found
     */
    public boolean asPromised() {
        return findings.isEmpty();
    }

    private static String busiest(ResultRow row) {
        return row.busiest().requests() + (row.trouble().delays() ? "*" : "");
    }

    private static String seconds(Optional<Duration> time) {
        return time.map(value -> String.format(Locale.ROOT, "%.1f s", value.toMillis() / 1000.0))
                .orElse("-");
    }

    /**
     * The table and the conclusion.
     *
     * @return lines for a person
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<Integer> widths = COLUMNS.stream()
                .map(column -> Math.max(
                        column.title().length(),
                        rows.stream()
                                .mapToInt(row -> column.cell().apply(row).length())
                                .max()
                                .orElse(0)))
                .toList();
        lines.add(line(widths, Column::title));
        rows.forEach(row -> lines.add(line(widths, column -> column.cell().apply(row))));
        lines.add("* measured on arrival: slow connections hold requests back and release them together");
        lines.add("");
        findings.forEach(finding -> lines.add("WRONG (" + finding.trouble().title() + "): " + finding.message()));
        int people = rows.stream().mapToInt(ResultRow::people).sum();
        lines.add(people + " documents wait for a person for a reason other than an unknown outcome; the history of "
                + entries
                + " entries "
                + (findings.stream().anyMatch(f -> f.kind() == Finding.Kind.BROKEN) ? "was read" : "is intact")
                + "; it took " + took.toSeconds() + " seconds.");
        lines.add("Seed " + seed + ": "
                + (asPromised()
                        ? "nothing was lost and nothing was done twice."
                        : findings.size() + (findings.size() == 1 ? " thing is" : " things are")
                                + " NOT as promised."));
        return lines;
    }

    private static String line(List<Integer> widths, Function<Column, String> text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < COLUMNS.size(); i++) {
            String cell = text.apply(COLUMNS.get(i));
            String padding = " ".repeat(widths.get(i) - cell.length());
            // Text is aligned left, numbers right.
            line.append(i == 0 ? cell + padding : "  " + padding + cell);
        }
        return line.toString().stripTrailing();
    }

    /**
     * The report as JSON.
     *
     * @return one JSON value
     */
    public JsonObject json() {
        JsonArray table = new JsonArray();
        rows.forEach(row -> table.add(new JsonObject()
                .put("trouble", row.trouble().word())
                .put("runs", row.runs())
                .put("orders", row.orders())
                .put("invoices", row.invoices())
                .put("lost", row.lost())
                .put("doubled", row.doubled())
                .put("incomplete", row.incomplete())
                .put("unknownSettled", row.doubts().settled())
                .put("unknownHeld", row.doubts().held())
                .put("unknownOpen", row.doubts().open())
                .put("leftToPeople", row.people())
                .put("kills", row.resumes().kills())
                .put("resumed", row.resumes().times().size())
                .put("resumedP50Millis", millis(row.resumes().percentile(0.5)))
                .put("resumedP95Millis", millis(row.resumes().percentile(0.95)))
                .put("redAfterMillis", millis(row.endurance().redAfter()))
                .put("wentOnAfterMillis", millis(row.endurance().wentOnAfter()))
                .put("insideRetryAfter", row.tooEarly())
                .put("mostPerSecond", row.busiest().requests())));
        JsonArray wrong = new JsonArray();
        findings.forEach(finding -> wrong.add(new JsonObject()
                .put("trouble", finding.trouble().word())
                .put("kind", finding.kind().name().toLowerCase(Locale.ROOT))
                .put("message", finding.message())));
        return new JsonObject()
                .put("seed", seed)
                .put("asPromised", asPromised())
                .put("seconds", took.toSeconds())
                .put("entries", entries)
                .put("rows", table)
                .put("findings", wrong);
    }

    private static @org.jspecify.annotations.Nullable Long millis(Optional<Duration> time) {
        return time.map(Duration::toMillis).orElse(null);
    }
}
