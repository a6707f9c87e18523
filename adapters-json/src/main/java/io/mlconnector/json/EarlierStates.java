package io.mlconnector.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * States as earlier versions stored them, put into the form of today. Version 1 had held, failed and discarded once for each
 * flow; it kept what a release accepts, the document that is repeated and the one that took over as details of the reason, and
 * accepted problems by their code alone.
 */
final class EarlierStates {

    private static final Map<String, String> RENAMED = Map.of(
            "order-held", "held",
            "invoice-held", "held",
            "order-failed", "failed",
            "invoice-failed", "failed",
            "order-discarded", "discarded",
            "invoice-discarded", "discarded");

    private EarlierStates() {}

    /** The same state in the form of today; what is of today, or of a later version, is left alone. */
    static JsonNode upgrade(JsonNode stored, int today) {
        if (stored instanceof ObjectNode state && state.path("v").asInt() < today) {
            ofVersion1(state);
        }
        return stored;
    }

    private static void ofVersion1(ObjectNode state) {
        String name = state.path("is").asText();
        state.put("is", RENAMED.getOrDefault(name, name));
        if (state.path("resume") instanceof ObjectNode resume) {
            ofVersion1(resume);
        }
        if (state.path("before") instanceof ObjectNode before) {
            ofVersion1(before);
        }
        switch (state.path("is").asText()) {
            case "held" -> causes(state);
            case "discarded" -> field(state, "replacedBy");
            case "invoice-duplicate" -> field(state, "duplicateOf");
            case "invoice-received" -> waived(state);
            default -> {
                if (state.path("invoice") instanceof ObjectNode invoice) {
                    waived(invoice);
                }
            }
        }
    }

    /** A release accepted the codes of the reason and of what was told with it. */
    private static void causes(ObjectNode held) {
        JsonNode why = held.path("why");
        ArrayNode causes = held.putArray("causes");
        causes.add(cause(held, why.path("code").asText()));
        why.path("details").properties().stream()
                .filter(detail -> detail.getKey().startsWith("also-"))
                .forEach(detail -> causes.add(cause(held, detail.getValue().asText())));
    }

    private static void waived(ObjectNode holder) {
        if (holder.path("waived") instanceof ArrayNode codes) {
            ArrayNode causes = holder.arrayNode();
            codes.forEach(code -> causes.add(cause(holder, code.asText())));
            holder.set("waived", causes);
        }
    }

    private static ObjectNode cause(ObjectNode maker, String code) {
        return maker.objectNode().put("code", code).put("key", "");
    }

    private static void field(ObjectNode state, String name) {
        JsonNode detail = state.path("why").path("details").path(name);
        if (detail.isTextual()) {
            state.put(name, detail.asText());
        }
    }
}
