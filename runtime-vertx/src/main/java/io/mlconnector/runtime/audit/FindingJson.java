package io.mlconnector.runtime.audit;

import io.mlconnector.ports.audit.Finding;
import io.vertx.core.json.JsonObject;

/** How a deviation of the history is shown as JSON, by the interface and by the commands alike. */
public final class FindingJson {

    private FindingJson() {}

    /** One of them. */
    public static JsonObject of(Finding finding) {
        JsonObject json = new JsonObject().put("kind", finding.kind().word()).put("message", finding.message());
        if (finding.position() > 0) {
            json.put("position", finding.position());
        }
        if (!finding.owner().isEmpty()) {
            json.put("document", finding.owner());
        }
        if (finding.number() > 0) {
            json.put("number", finding.number());
        }
        return json;
    }
}
