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

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.number("COUNT"),
            Table.Column.number("AGE"),
            Table.Column.number("DUE"),
            Table.Column.number("AMOUNT"),
            Table.Column.whole("CAUSE"));

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
        Table table = new Table(COLUMNS, colours, TerminalWidth.known());
        causes.forEach(cause -> table.add(
                cells(cause),
                more(cause).stream()
                        .map(line -> Printable.line(Legible.text(line)))
                        .toList()));
        return table.lines((heading, text) -> colours.bad(text));
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

    private static List<JsonObject> objects(JsonObject of, String name) {
        return of.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
    }
}
