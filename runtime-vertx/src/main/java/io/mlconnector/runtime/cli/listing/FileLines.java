package io.mlconnector.runtime.cli.listing;

import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Received files as a table. */
public final class FileLines {

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.whole("ID"),
            Table.Column.text("FOLDER"),
            Table.Column.text("NAME"),
            Table.Column.number("BYTES"),
            Table.Column.number("DOCUMENTS"),
            Table.Column.number("ANSWERS OF OURS"),
            Table.Column.whole("TAKEN"));

    private FileLines() {}

    /** A heading, a line each, and below it what was wrong with it; none for no files. */
    public static List<String> of(List<JsonObject> files, Colours colours) {
        Table table = new Table(COLUMNS, colours, TerminalWidth.known());
        files.forEach(file -> table.add(
                List.of(
                        file.getString("id"),
                        Printable.line(file.getString("folder")),
                        Printable.line(file.getString("name")),
                        Long.toString(file.getLong("size")),
                        Integer.toString(file.getInteger("documents")),
                        file.getInteger("answers") == 0 ? "" : Integer.toString(file.getInteger("answers")),
                        Legible.time(file.getString("takenAt"))),
                DocumentTable.why(file).stream().toList()));
        return table.lines();
    }
}
