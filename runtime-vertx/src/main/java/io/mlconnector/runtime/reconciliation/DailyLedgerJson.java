package io.mlconnector.runtime.reconciliation;

import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.engine.daily.DailyLedger;
import io.mlconnector.engine.daily.Unaccounted;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/** What of a day is unaccounted for, in answers of the interface. */
final class DailyLedgerJson {

    private DailyLedgerJson() {}

    static JsonObject of(DailyLedger ledger) {
        JsonArray connections = new JsonArray();
        ledger.connections().forEach(one -> connections.add(of(one)));
        JsonArray unaccounted = new JsonArray();
        ledger.unaccounted().forEach(one -> unaccounted.add(of(one)));
        return new JsonObject()
                .put("day", ledger.day().date().toString())
                .put("zone", ledger.day().zone().getId())
                .put("from", ledger.day().begin().toString())
                .put("to", ledger.day().end().toString())
                .put("complete", ledger.complete())
                .put("connections", connections)
                .put("unaccounted", unaccounted)
                .put("more", ledger.more());
    }

    private static JsonObject of(DailyLedger.OfConnection one) {
        JsonObject documents = new JsonObject();
        one.documents().forEach((type, counts) -> documents.put(type, of(counts)));
        return new JsonObject()
                .put("connection", one.connection())
                .put("confirmed", one.confirmed().isPresent() ? one.confirmed().getAsInt() : null)
                .put("entered", one.entered())
                .put("files", one.files())
                .put("filesNotRead", one.filesNotRead())
                .put("invoicesFound", one.invoicesFound())
                .put("documents", documents);
    }

    private static JsonObject of(Map<Condition, Integer> counts) {
        JsonObject json = new JsonObject();
        counts.forEach((condition, count) -> json.put(condition.word(), count));
        return json;
    }

    private static JsonObject of(Unaccounted one) {
        return new JsonObject()
                .put("kind", one.kind().word())
                .put("connection", one.connection())
                .put("partner", one.partner())
                .put("document", one.document().map(DocumentId::text).orElse(null))
                .put("file", one.file().map(DocumentId::text).orElse(null))
                .put("causeKey", one.causeKey())
                .put("since", one.since().map(Instant::toString).orElse(null))
                .put("what", one.what())
                .put("why", one.why())
                .put("next", one.next());
    }
}
