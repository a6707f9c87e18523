package io.mlconnector.runtime.cli.documents;

import io.mlconnector.ports.journal.DocumentFilter;
import io.mlconnector.runtime.local.DaemonClient;
import io.mlconnector.runtime.terminal.Asked;
import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The documents that a command acts on: those named, or all that match a filter. */
final class Picked {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Documents; or name a filter instead.")
    private List<String> named = List.of();

    @Mixin
    private Filters filters = new Filters();

    @Option(names = "--all", description = "Every document: without it a filter must restrict something.")
    private boolean all;

    /**
     * Refuses what picks nothing or both; before anything is asked.
     *
     * @throws CommandFailure with what to do
     */
    void check() {
        boolean filtered = !filters.query().isEmpty();
        if (!named.isEmpty() && (all || filtered || filters.limited())) {
            throw new CommandFailure(ExitCode.WRONG, "Name documents or a filter, not both.");
        }
        if (named.isEmpty() && !all && !filtered) {
            throw new CommandFailure(
                    ExitCode.WRONG,
                    "Name documents, or a filter such as --condition held or --cause KEY; --all is for every document.");
        }
    }

    /**
     * Their ids; oldest first if they come from a filter, of which it is said if nothing matches it.
     *
     * @throws CommandFailure if a word that is named can be no id, with what may have been meant
     */
    List<String> ids(DaemonClient daemon) {
        if (!named.isEmpty()) {
            named.forEach(id -> Missing.unlessId(daemon, "document", id));
            return named;
        }
        List<String> found = selected(daemon);
        if (found.isEmpty()) {
            System.err.println("No document matches; nothing was done.");
        }
        return found;
    }

    private List<String> selected(DaemonClient daemon) {
        List<String> found = new ArrayList<>();
        Map<String, String> query = new LinkedHashMap<>(filters.query());
        query.put("limit", Integer.toString(Math.min(filters.taken(), DocumentFilter.LARGEST_LIMIT)));
        while (found.size() < filters.taken()) {
            JsonObject page = Asked.good(daemon.get("/api/v1/documents", query)).json();
            page.getJsonArray("items").forEach(one -> found.add(((JsonObject) one).getString("id")));
            String next = page.getString("next");
            if (next == null) {
                break;
            }
            query.put("after", next);
        }
        return found.stream().limit(filters.taken()).toList().reversed();
    }
}
