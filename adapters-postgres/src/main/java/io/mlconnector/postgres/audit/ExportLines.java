package io.mlconnector.postgres.audit;

import io.mlconnector.ports.audit.Predecessor;
import io.mlconnector.ports.journal.history.Head;
import io.mlconnector.ports.journal.history.HistoryChain;
import io.mlconnector.ports.journal.history.StoredEntry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.TreeMap;

/** Writes an export: a line that says what it is, a line for each entry, a line with the head. */
final class ExportLines {

    static final String FORMAT = "ml-connector history 1";

    private final Writer out;
    private long count;

    ExportLines(Writer out) {
        this.out = out;
    }

    long count() {
        return count;
    }

    /** Where it begins stands first, because whoever reads needs it before the first entry. */
    void begin(Scope scope, Optional<Head> after) throws IOException {
        line(new JsonObject()
                .put("format", FORMAT)
                .put("from", scope.from())
                .put("after", after.map(Head::toString).orElse(null))
                .put("document", scope.owner().orElse(null)));
    }

    void entry(StoredEntry entry, Optional<Predecessor> before) throws IOException {
        count++;
        JsonObject details = new JsonObject();
        new TreeMap<>(entry.details()).forEach(details::put);
        line(new JsonObject()
                .put("position", entry.position())
                .put("document", entry.owner())
                .put("number", entry.number())
                .put("at", entry.at().toString())
                .put("actor", entry.actor())
                .put("event", entry.event())
                .put("message", entry.message())
                .put("details", details)
                .put("payloads", new JsonArray(entry.payloads()))
                .put("previous", before.map(Predecessor::hash).orElse(HistoryChain.START))
                .put("hash", entry.hash())
                .put("link", entry.link()));
    }

    void end(Optional<Head> head) throws IOException {
        line(new JsonObject().put("head", head.map(Head::toString).orElse(null)).put("count", count));
        out.flush();
    }

    private void line(JsonObject json) throws IOException {
        out.write(json.encode());
        out.write('\n');
    }
}
