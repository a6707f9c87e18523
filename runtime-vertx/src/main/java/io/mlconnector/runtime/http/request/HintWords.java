package io.mlconnector.runtime.http.request;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every text in the body of a notice, whatever its members are called: the author of a flow chose them. */
public final class HintWords {

    private static final int MOST = 500;
    private static final int DEEPEST = 10;

    private HintWords() {}

    /** The texts of a JSON value; none if it is no JSON, or nothing. */
    public static List<String> of(byte[] body) {
        List<String> words = new ArrayList<>();
        try {
            collect(body.length == 0 ? null : Json.decodeValue(Buffer.buffer(body)), words, 0);
        } catch (DecodeException e) {
            // A notice only makes somebody look sooner; whoever cannot be understood makes all look.
            return List.of();
        }
        return words;
    }

    private static void collect(@Nullable Object value, List<String> words, int depth) {
        if (words.size() >= MOST || depth > DEEPEST) {
            return;
        }
        switch (value) {
            case String text -> words.add(text);
            case JsonObject object -> object.forEach(entry -> collect(entry.getValue(), words, depth + 1));
            case JsonArray array -> array.forEach(one -> collect(one, words, depth + 1));
            case null, default -> {
                // Numbers and truth values name no folder.
            }
        }
    }
}
