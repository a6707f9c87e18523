package io.mlconnector.runtime.cli;

import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Prints what speaks for and against documents having been sent, and what was received and is missing. */
final class ReconciliationLines {

    private final JsonObject found;

    /** Of an answer of the interface. */
    ReconciliationLines(JsonObject found) {
        this.found = found;
    }

    void print() {
        boolean holding = found.getBoolean("holding");
        String noticed = found.getString("noticed");
        line(
                noticed == null
                        ? "The journal was never put back to an earlier time, as far as is known. Nothing is held for that."
                        : new Restoration(Instant.parse(noticed), found.getString("because")).told() + " "
                                + (holding ? "Outgoing documents are held." : "That was settled."));
        List<JsonObject> held = objects("held");
        held.forEach(ReconciliationLines::held);
        if (holding || !held.isEmpty()) {
            line(held.size() + (held.size() == 1 ? " document is held." : " documents are held."));
        }
        files(objects("missingFiles"));
        if (holding || !held.isEmpty()) {
            gaps(found.getJsonObject("possiblyMissingInterchanges"));
        }
    }

    private List<JsonObject> objects(String name) {
        return found.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
    }

    private static void held(JsonObject one) {
        line(one.getString("id") + "  " + one.getString("type") + "  " + one.getString("partner") + "  order "
                + one.getString("orderNumber") + "  confirmation " + one.getString("confirmationNumber"));
        line("    " + one.getString("announced"));
        one.getJsonArray("sentEvidence").forEach(evidence -> line("    for:     " + evidence));
        one.getJsonArray("looked").forEach(nothing -> line("    against: " + nothing));
    }

    private static void files(List<JsonObject> files) {
        if (files.isEmpty()) {
            return;
        }
        line(files.size()
                + " files that were taken before are missing. Put them into their folders again, or ask the partners to"
                + " send them anew; what F&O has already is recognised:");
        files.forEach(file -> line("  " + file.getString("id") + "  " + file.getString("partner") + "  "
                + file.getString("folder") + "  " + file.getString("name")));
    }

    private static void gaps(JsonObject gaps) {
        line("What was received is written down beside the database, in dataDirectory/taken-files. If that was"
                + " lost or put back, too, only gaps in the partners' control numbers (ISA13) show what is missing; for what"
                + " came after the highest number, ask the partners:");
        if (gaps.isEmpty()) {
            line("  no gaps");
        }
        gaps.forEach(gap -> line("  " + gap.getKey() + ": interchange "
                + ((JsonArray) gap.getValue()).stream().map(String.class::cast).collect(Collectors.joining(", "))));
    }

    private static void line(String text) {
        System.out.println(Printable.line(Legible.text(text)));
    }
}
