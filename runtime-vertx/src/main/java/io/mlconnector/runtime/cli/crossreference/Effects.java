package io.mlconnector.runtime.cli.crossreference;

import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;

/** What would become of documents with other translations. */
final class Effects {

    private Effects() {}

    /** Prints each document with its forecast, and how many there are. */
    static void print(JsonObject effects) {
        effects.getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .forEach(one ->
                        System.out.println(Printable.line(one.getString("id") + "  " + one.getString("message"))));
        System.err.println((effects.getInteger("count") == 1
                        ? "1 document stands still for these words"
                        : effects.getInteger("count") + " documents stand still for these words")
                + (effects.getInteger("more") == 0
                        ? "."
                        : "; " + effects.getInteger("more") + " more were not looked at."));
    }
}
