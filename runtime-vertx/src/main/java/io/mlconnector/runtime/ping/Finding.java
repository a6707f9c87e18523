package io.mlconnector.runtime.ping;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * What was found when one thing was asked.
 *
 * @param connection short name; empty if it is about the whole program
 * @param what was asked, such as {@code Cleo: folder /upload/acme}
 * @param good whether it is as it must be
 * @param words what was found, and what to do about it
 */
public record Finding(String connection, String what, boolean good, String words) {

    public Finding {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(words, "words");
    }

    /** For programs; {@link #of(JsonObject)} reads it. */
    public JsonObject json() {
        return new JsonObject()
                .put("connection", connection)
                .put("check", what)
                .put("good", good)
                .put("result", words);
    }

    /** What {@link #json()} wrote. */
    public static Finding of(JsonObject json) {
        return new Finding(
                json.getString("connection", ""),
                json.getString("check", ""),
                json.getBoolean("good", false),
                json.getString("result", ""));
    }
}
