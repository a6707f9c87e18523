package io.mlconnector.cleo.internal.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Optional;

/** Parses JSON leniently. */
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
            // HTML from a gateway or a truncated response: the caller decides what a missing value means.
            return Optional.empty();
        }
    }
}
