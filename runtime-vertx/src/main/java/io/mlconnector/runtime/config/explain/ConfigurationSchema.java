package io.mlconnector.runtime.config.explain;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A place in the JSON Schema of the configuration (draft 2020-12), which names every key with its meaning and its default. Beyond the
 * standard, {@code x-otherwise} says in words what holds where a key is left out and no constant is its default; an object with an
 * empty object as its default has members that hold without it.
 */
public final class ConfigurationSchema {

    private static final String FILE = "/config/configuration.schema.json";
    private static final String DEFINITION = "#/$defs/";

    private final JsonObject root;
    private final JsonObject here;

    private ConfigurationSchema(JsonObject root, JsonObject here) {
        this.root = root;
        this.here = here;
    }

    /** The schema as it is published. */
    public static String text() {
        try (InputStream in = Objects.requireNonNull(ConfigurationSchema.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the whole file. */
    static ConfigurationSchema whole() {
        JsonObject root = new JsonObject(text());
        return new ConfigurationSchema(root, root);
    }

    /** The keys that a mapping may have here, in order; empty if it may have any, or if this is a single value. */
    Map<String, ConfigurationSchema> keys() {
        Map<String, ConfigurationSchema> keys = new LinkedHashMap<>();
        JsonObject properties = here.getJsonObject("properties", new JsonObject());
        properties.fieldNames().forEach(key -> keys.put(key, at(properties.getJsonObject(key))));
        return keys;
    }

    /** What stands under keys that a person chooses, such as legal entities, and means what this means; empty if there are none here. */
    Optional<ConfigurationSchema> chosenKeys() {
        return here.getValue("additionalProperties") instanceof JsonObject values
                ? Optional.of(at(new JsonObject().put("description", meaning()).mergeIn(values)))
                : Optional.empty();
    }

    /** The entries of a list of mappings; empty if this is none. */
    Optional<ConfigurationSchema> entries() {
        return Optional.ofNullable(here.getJsonObject("items"))
                .filter(items -> items.containsKey("properties"))
                .map(this::at);
    }

    /** Whether this is a secret, or may be one. */
    boolean secret() {
        String definition = here.getString("$ref", "");
        return definition.equals(DEFINITION + "secret") || definition.equals(DEFINITION + "pathOrSecret");
    }

    /** Whether a plain text here is the name of a file and no secret. */
    boolean path() {
        return here.getString("$ref", "").equals(DEFINITION + "pathOrSecret");
    }

    /** What it means, in a sentence. */
    String meaning() {
        return here.getString("description", "");
    }

    /** Whether the members of this mapping hold where it is left out. */
    boolean holdsWithout() {
        return here.getValue("default") instanceof JsonObject;
    }

    /** What holds where it is left out; empty if nothing does. */
    Optional<String> otherwise() {
        Object value = here.getValue("default");
        if (value == null) {
            return Optional.ofNullable(here.getString("x-otherwise"));
        }
        return Optional.of(
                value instanceof JsonArray list
                        ? String.join(", ", list.stream().map(String::valueOf).toList())
                        : String.valueOf(value));
    }

    private ConfigurationSchema at(JsonObject place) {
        return new ConfigurationSchema(root, place);
    }
}
