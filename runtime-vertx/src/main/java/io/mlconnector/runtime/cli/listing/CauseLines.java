package io.mlconnector.runtime.cli.listing;

import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Causes as a table: a heading, then a line each, and below it what is known of it. */
public final class CauseLines {

    private static final List<String> HEADINGS = List.of("COUNT", "AGE", "DUE", "AMOUNT", "CAUSE");
    private static final int AMOUNT = HEADINGS.indexOf("AMOUNT");

    private final Colours colours;
    private final Instant now;

    /**
     * As of a time.
     *
     * @param now from which ages are counted
     */
    public CauseLines(Colours colours, Instant now) {
        this.colours = colours;
        this.now = now;
    }

    /** The lines; none for no causes. */
    public List<String> of(List<JsonObject> causes) {
        if (causes.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        causes.forEach(cause -> rows.add(cells(cause)));
        int[] widths = new int[HEADINGS.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        List<String> lines = new ArrayList<>();
        lines.add(colours.tag(line(rows.getFirst(), widths)));
        for (int i = 0; i < causes.size(); i++) {
            lines.add(colours.bad(line(rows.get(i + 1), widths)));
            more(causes.get(i)).forEach(line -> lines.add("    " + Printable.line(Legible.text(line))));
        }
        return lines;
    }

    private List<String> cells(JsonObject cause) {
        return List.of(
                Integer.toString(cause.getInteger("count")),
                Legible.age(Instant.parse(cause.getString("since")), now),
                cause.getString("earliestDue") == null ? "" : cause.getString("earliestDue"),
                objects(cause, "amounts").stream()
                        .map(one -> Legible.money(
                                one.getString("amount"),
                                one.getString("currency") == null ? "" : one.getString("currency")))
                        .collect(Collectors.joining(" + ")),
                Printable.line(cause.getString("causeKey")));
    }

    private static List<String> more(JsonObject cause) {
        List<String> lines = new ArrayList<>();
        List<String> partners =
                cause.getJsonArray("partners").stream().map(String::valueOf).toList();
        lines.add("since " + cause.getString("since")
                + (partners.isEmpty() ? "" : ", of " + String.join(", ", partners)));
        lines.add(cause.getString("message"));
        objects(cause, "suggestions")
                .forEach(suggestion -> lines.add("perhaps "
                        + (suggestion.getString("means") == null
                                ? "--accept"
                                : "--means " + suggestion.getString("means"))
                        + ": " + suggestion.getString("evidence")));
        return lines;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            // What is counted stands at the right.
            line.append(i <= AMOUNT ? padding + cells.get(i) : cells.get(i)).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static List<JsonObject> objects(JsonObject of, String name) {
        return of.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
    }
}
