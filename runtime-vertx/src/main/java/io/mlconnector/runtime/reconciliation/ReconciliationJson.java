package io.mlconnector.runtime.reconciliation;

import io.mlconnector.domain.sending.Restoration;
import io.mlconnector.engine.restoration.HeldDocument;
import io.mlconnector.ports.journal.file.FileRecord;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was sent before the journal was put back, as far as that can be seen, in answers of the interface. */
final class ReconciliationJson {

    private ReconciliationJson() {}

    /** Whether it was put back, and whether that is settled. */
    static JsonObject of(Optional<Restoration> restoration) {
        return new JsonObject()
                .put("noticed", restoration.map(one -> one.noticed().toString()).orElse(null))
                .put("holding", restoration.map(Restoration::holding).orElse(false))
                .put("because", restoration.map(Restoration::evidence).orElse(""));
    }

    static JsonObject of(HeldDocument one) {
        return new JsonObject()
                .put("id", one.document().id().text())
                .put("type", one.document().type())
                .put("connection", one.document().connection())
                .put("partner", one.document().partner())
                .put("legalEntity", one.document().keys().legalEntity())
                .put("orderNumber", one.document().keys().orderNumber())
                .put("confirmationNumber", one.document().keys().confirmationNumber())
                .put("announced", one.announced())
                .put("unseen", one.unseen())
                .put("sentEvidence", new JsonArray(one.sent()))
                .put("looked", new JsonArray(one.looked()));
    }

    static JsonObject of(FileRecord file) {
        return new JsonObject()
                .put("id", file.id().text())
                .put("connection", file.connection())
                .put("partner", file.partner())
                .put("folder", file.folder())
                .put("name", file.name());
    }

    /** Gaps in what was received, by {@code connection partner}. */
    static JsonObject of(Map<String, List<String>> gaps) {
        JsonObject json = new JsonObject();
        gaps.forEach((partner, numbers) -> json.put(partner, new JsonArray(numbers)));
        return json;
    }
}
