package io.mlconnector.runtime.cli.audit;

import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** Shows what became of control numbers. */
final class NumberLines {
    private NumberLines() {}

    /** Of an item of the interface. */
    static String line(JsonObject block) {
        long first = block.getLong("first");
        long last = block.getLong("last");
        String numbers = first == last
                ? String.format(Locale.ROOT, "%09d", first)
                : String.format(Locale.ROOT, "%09d to %09d", first, last);
        return Printable.line(block.getString("sender") + " to " + block.getString("receiver") + "  " + numbers + "  "
                + (block.getString("type") == null
                        ? block.getString("fate")
                        : block.getString("type") + " " + block.getString("document") + " "
                                + block.getString("condition") + " " + block.getString("fileName"))
                + "  " + Legible.time(block.getString("since")));
    }
}
