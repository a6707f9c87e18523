package io.mlconnector.runtime.cli.audit;

import io.mlconnector.ports.journal.document.DocumentRecord;
import io.mlconnector.ports.journal.number.NumberBlock;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** Shows what became of control numbers. */
final class NumberLines {
    private NumberLines() {}

    static String line(NumberBlock block, Optional<DocumentRecord> document) {
        String numbers = block.first() == block.last()
                ? String.format(Locale.ROOT, "%09d", block.first())
                : String.format(Locale.ROOT, "%09d to %09d", block.first(), block.last());
        return block.sequence().sender() + " to " + block.sequence().receiver() + "  " + numbers + "  "
                + document.map(bearer -> bearer.type() + " " + bearer.id() + " "
                                + bearer.condition().word() + " "
                                + bearer.keys().fileName())
                        .orElse(block.fate().word())
                + "  " + block.at();
    }

    static JsonObject json(NumberBlock block, Optional<DocumentRecord> document) {
        return new JsonObject()
                .put("sender", block.sequence().sender())
                .put("receiver", block.sequence().receiver())
                .put("first", block.first())
                .put("last", block.last())
                .put("fate", block.fate().word())
                .put("document", block.document().map(Object::toString).orElse(null))
                .put("type", document.map(DocumentRecord::type).orElse(null))
                .put(
                        "condition",
                        document.map(bearer -> bearer.condition().word()).orElse(null))
                .put(
                        "fileName",
                        document.map(bearer -> bearer.keys().fileName()).orElse(null))
                .put("since", block.at().toString());
    }
}
