package io.mlconnector.runtime.cli.listing;

import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One document at the head of its history: what it is, its four answers, and who looks after it. */
public final class DocumentHeading {

    private DocumentHeading() {}

    /**
     * The lines.
     *
     * @param now from which ages are counted
     */
    public static List<String> lines(JsonObject document, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(DocumentTable.line(document));
        Instant since = Instant.parse(document.getString("since"));
        line(
                lines,
                "condition",
                document.getString("condition") + " since " + Legible.time(since) + " (" + Legible.age(since, now)
                        + ")");
        line(lines, "stage", document.getString("stage"));
        line(lines, "validity", document.getString("validity"));
        line(lines, "acknowledgement", document.getString("acknowledgement"));
        if (document.containsKey("amount")) {
            String due = document.getString("due");
            line(
                    lines,
                    "amount",
                    Legible.money(document.getString("amount"), document.getString("currency", ""))
                            + (due == null ? "" : ", due " + due));
        }
        time(lines, "next attempt", document.getString("nextAttemptAt"));
        line(lines, "assignee", document.getString("assignee", ""));
        time(lines, "put off until", document.getString("snoozedUntil"));
        line(lines, "file name", document.getString("fileName", ""));
        line(lines, "duplicate of", document.getString("duplicateOf", ""));
        line(lines, "replaced by", document.getString("replacedBy", ""));
        return lines;
    }

    private static void time(List<String> lines, String name, @org.jspecify.annotations.Nullable String time) {
        line(lines, name, time == null ? "" : Legible.time(Instant.parse(time)));
    }

    private static void line(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(Printable.line(String.format(Locale.ROOT, "    %-16s %s", name, value)));
        }
    }
}
