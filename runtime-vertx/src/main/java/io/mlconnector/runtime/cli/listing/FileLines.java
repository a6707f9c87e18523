package io.mlconnector.runtime.cli.listing;

import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.Printable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Received files, asked for and printed. */
public final class FileLines {

    private FileLines() {}

    /**
     * A page of them. The interface looks at so many for one answer, so that one with filters may have fewer than are wanted though there
     * are more.
     *
     * @param most at most so many
     */
    public static JsonObject page(DaemonClient daemon, Map<String, String> query, int most) {
        Map<String, String> asked = new LinkedHashMap<>(query);
        JsonArray items = new JsonArray();
        String next = null;
        do {
            asked.put("limit", Integer.toString(most - items.size()));
            JsonObject page = Asked.good(daemon.get("/api/v1/files", asked)).json();
            items.addAll(page.getJsonArray("items"));
            next = page.getString("next");
            asked.put("after", next == null ? "" : next);
        } while (next != null && items.size() < most);
        return new JsonObject().put("items", items).put("next", next);
    }

    /** One, with what was wrong with it. */
    public static void print(JsonObject file) {
        System.out.println(Printable.line(file.getString("id") + "  " + file.getString("folder") + "  "
                + file.getString("name") + "  " + Legible.count(file.getLong("size"), "byte") + ", "
                + Legible.count(file.getInteger("documents"), "document") + " in it"
                + (file.getInteger("answers") == 0
                        ? ""
                        : ", " + Legible.count(file.getInteger("answers"), "answer") + " of ours")));
        DocumentTable.why(file).ifPresent(why -> System.out.println("    " + why));
    }
}
