package io.mlconnector.runtime.cli.crossreference;

import io.mlconnector.domain.crossreference.CrossReference;
import io.mlconnector.domain.crossreference.EffectiveDates;
import io.mlconnector.runtime.cli.listing.Table;
import io.mlconnector.runtime.cli.listing.TerminalWidth;
import io.mlconnector.runtime.crossreference.CrossReferenceJson;
import io.mlconnector.runtime.terminal.Colours;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Translations as a table. */
final class ReferenceLines {

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.whole("SCOPE"),
            Table.Column.whole("KIND"),
            Table.Column.whole("THEIRS"),
            Table.Column.whole("OURS"),
            Table.Column.whole("WHEN"),
            Table.Column.whole("BY"),
            Table.Column.text("REASON"));

    private ReferenceLines() {}

    /** A heading and a line each; none for none. */
    static List<String> of(List<JsonObject> all, Colours colours) {
        Table table = new Table(COLUMNS, colours, TerminalWidth.known());
        all.forEach(one -> table.add(cells(one), List.of()));
        return table.lines();
    }

    private static List<String> cells(JsonObject one) {
        CrossReference reference = CrossReferenceJson.read(one);
        return List.of(
                Printable.line(reference.scope().toString()),
                reference.kind().word(),
                Printable.line(reference.theirs()),
                Printable.line(reference.ours()),
                reference.dates().equals(EffectiveDates.ALWAYS)
                        ? ""
                        : reference.dates().toString(),
                text(one, "changedBy"),
                text(one, "reason"));
    }

    /** Nothing where it is null, as for what was imported before it was recorded. */
    private static String text(JsonObject one, String name) {
        String text = one.getString(name);
        return text == null ? "" : Printable.line(text);
    }
}
