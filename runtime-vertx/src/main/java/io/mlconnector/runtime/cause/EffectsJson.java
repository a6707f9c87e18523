package io.mlconnector.runtime.cause;

import io.mlconnector.runtime.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What translations would bring about, in answers of the interface and of commands. */
public final class EffectsJson {

    private EffectsJson() {}

    /** By document, as a forecast tells it; and how many more there are. */
    public static JsonObject of(TranslationEffects.Effects effects) {
        JsonArray items = new JsonArray();
        effects.documents().forEach((id, forecast) -> items.add(Json.of(id, forecast)));
        return new JsonObject().put("items", items).put("count", items.size()).put("more", effects.more());
    }
}
