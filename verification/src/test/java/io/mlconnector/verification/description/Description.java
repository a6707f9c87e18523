package io.mlconnector.verification.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the interface, as it is served. */
final class Description {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final String text;
    private final JsonNode all;

    private Description(String text) {
        this.text = text;
        this.all =
                new ObjectMapper().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    /** Reads it. */
    static Description read() {
        try (InputStream stream = Description.class.getResourceAsStream("/http/openapi.yaml")) {
            return new Description(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * An operation.
     *
     * @param parameters of its path and its own, without references
     */
    record Described(String path, String method, JsonNode operation, List<JsonNode> parameters) {

        String id() {
            return operation.path("operationId").asText();
        }

        /** The example of the text that it takes; empty if it takes none. */
        String text() {
            return operation
                    .path("requestBody")
                    .path("content")
                    .path("text/csv")
                    .path("example")
                    .asText();
        }

        /** The JSON that it takes. */
        JsonNode body() {
            return operation.path("requestBody").path("content").path("application/json");
        }
    }

    String text() {
        return text;
    }

    JsonNode all() {
        return all;
    }

    List<Described> operations() {
        List<Described> found = new ArrayList<>();
        all.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        List<JsonNode> parameters = new ArrayList<>();
                        path.getValue().path("parameters").forEach(one -> parameters.add(resolved(one)));
                        entry.getValue().path("parameters").forEach(one -> parameters.add(resolved(one)));
                        found.add(new Described(path.getKey(), entry.getKey(), entry.getValue(), parameters));
                    }
                }));
        return found;
    }

    /** What a reference names; anything else itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? all.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What a value has that its schema does not allow. */
    Set<ValidationMessage> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", all.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(whole)
                .validate(value);
    }
}
