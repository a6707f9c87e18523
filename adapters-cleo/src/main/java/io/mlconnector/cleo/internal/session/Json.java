package io.mlconnector.cleo.internal.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Optional;

/** Reads JSON, if it is JSON. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** An object or array; empty if the bytes are anything else. */
    public static Optional<JsonNode> read(Buffer body) {
        if (body.length() == 0) {
            return Optional.empty();
        }
        try {
            JsonNode node = MAPPER.readTree(body.getBytes());
            return node != null && node.isContainerNode() ? Optional.of(node) : Optional.empty();
        } catch (IOException e) {
            // HTML of a gateway, a cut answer: the caller decides what a missing answer means.
            return Optional.empty();
        }
    }
}
