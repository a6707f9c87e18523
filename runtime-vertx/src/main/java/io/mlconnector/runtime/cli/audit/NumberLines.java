package io.mlconnector.runtime.cli.audit;

import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.cli.listing.Table;
import io.mlconnector.runtime.cli.listing.TerminalWidth;
import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** Shows what became of control numbers. */
final class NumberLines {
    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.whole("NUMBER"),
            Table.Column.text("SENDER AND RECEIVER"),
            Table.Column.whole("FATE"),
            Table.Column.whole("DOCUMENT"),
            Table.Column.text("FILE"),
            Table.Column.whole("SINCE"));

    private NumberLines() {}

    /** Of items of the interface: a heading and a line each; none for none. */
    static List<String> of(List<JsonObject> blocks, Colours colours) {
        Table table = new Table(COLUMNS, colours, TerminalWidth.known());
        blocks.forEach(block -> table.add(cells(block), List.of()));
        return table.lines();
    }

    private static List<String> cells(JsonObject block) {
        boolean sent = block.getString("type") != null;
        return List.of(
                numbers(block.getLong("first"), block.getLong("last")),
                Printable.line(block.getString("sender") + " to " + block.getString("receiver")),
                sent ? block.getString("type") + " " + block.getString("condition") : block.getString("fate"),
                sent ? block.getString("document") : "",
                sent ? Printable.line(block.getString("fileName")) : "",
                Legible.time(block.getString("since")));
    }

    private static String numbers(long first, long last) {
        return first == last
                ? String.format(Locale.ROOT, "%09d", first)
                : String.format(Locale.ROOT, "%09d to %09d", first, last);
    }
}
