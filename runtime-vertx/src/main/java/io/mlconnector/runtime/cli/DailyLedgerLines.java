package io.mlconnector.runtime.cli;

import io.mlconnector.runtime.cli.listing.Legible;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what came and went on a day, and what of it is unaccounted for. */
final class DailyLedgerLines {

    private final JsonObject ledger;

    /** Of an answer of the interface. */
    DailyLedgerLines(JsonObject ledger) {
        this.ledger = ledger;
    }

    void print() {
        line(ledger.getString("day") + " (" + ledger.getString("zone") + ")");
        objects("connections").forEach(DailyLedgerLines::counts);
        List<JsonObject> open = objects("unaccounted");
        long count = open.size() + ledger.getLong("more");
        if (count == 0) {
            line("Nothing is unaccounted for.");
            return;
        }
        line(count + (count == 1 ? " matter is" : " matters are") + " unaccounted for:");
        groups(open).forEach(DailyLedgerLines::matter);
        if (ledger.getLong("more") > 0) {
            line("and " + ledger.getLong("more") + " more.");
        }
    }

    private List<JsonObject> objects(String name) {
        return ledger.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
    }

    private static void counts(JsonObject one) {
        Integer confirmed = one.getInteger("confirmed");
        line("connection " + one.getString("connection"));
        line("    F&O:       "
                + (confirmed == null
                        ? "could not be read"
                        : confirmed + " confirmed orders, " + one.getInteger("entered") + " of them are here; "
                                + one.getInteger("invoicesFound") + " posted invoices are there"));
        line("    folders:   " + one.getInteger("files") + " files taken"
                + (one.getInteger("filesNotRead") == 0
                        ? ""
                        : ", " + one.getInteger("filesNotRead") + " of them not read wholly"));
        JsonObject documents = one.getJsonObject("documents");
        line("    documents: " + (documents.isEmpty() ? "none" : documents(documents)));
    }

    private static String documents(JsonObject byType) {
        List<String> told = new ArrayList<>();
        byType.forEach(entry -> {
            List<String> counts = new ArrayList<>();
            ((JsonObject) entry.getValue()).forEach(count -> counts.add(count.getValue() + " " + count.getKey()));
            told.add(entry.getKey() + ": " + String.join(", ", counts));
        });
        return String.join("; ", told);
    }

    /** Documents that stand still for one reason are told together: what frees one of them frees all. */
    private static Collection<List<JsonObject>> groups(List<JsonObject> open) {
        Map<String, List<JsonObject>> groups = new LinkedHashMap<>();
        for (JsonObject one : open) {
            String cause = one.getString("causeKey");
            String key = cause.isEmpty()
                    ? Integer.toString(groups.size())
                    : String.join(
                            " ", one.getString("kind"), one.getString("connection"), one.getString("partner"), cause);
            groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(one);
        }
        return groups.values();
    }

    private static void matter(List<JsonObject> alike) {
        JsonObject one = alike.getFirst();
        line("  " + one.getString("kind") + "  " + one.getString("connection")
                + (one.getString("partner").isEmpty() ? "" : "  " + one.getString("partner")) + "  "
                + one.getString("what")
                + (alike.size() == 1 ? "" : " and " + (alike.size() - 1) + " more for the same reason"));
        String since = one.getString("since");
        line("      " + (since == null ? "" : Legible.time(since) + "  ") + one.getString("why"));
        line("      next: "
                + (alike.size() == 1
                        ? one.getString("next")
                        : "documents causes, or documents list --cause '" + one.getString("causeKey") + "'"));
    }

    /** Whether something could not be looked at. */
    boolean incomplete() {
        return !ledger.getBoolean("complete");
    }

    private static void line(String text) {
        System.out.println(Printable.line(Legible.text(text)));
    }
}
