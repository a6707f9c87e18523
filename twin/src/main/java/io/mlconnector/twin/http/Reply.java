package io.mlconnector.twin.http;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response.
 *
 * @param status HTTP status
 * @param headers headers in their order
 * @param body body, possibly empty
 */
public record Reply(int status, Map<String, String> headers, Buffer body) {

    /**
     * A response without a body.
     *
     * @param status HTTP status
     * @return the response
     */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), Buffer.buffer());
    }

    /**
     * A response with text.
     *
     * @param status HTTP status
     * @param contentType media type
     * @param text body
     * @return the response
     */
    public static Reply text(int status, String contentType, String text) {
        return new Reply(status, Map.of("Content-Type", contentType), Buffer.buffer(text));
    }

    /**
     * A response with a JSON value.
     *
     * @param status HTTP status
     * @param value the value
     * @return the response
     */
    public static Reply json(int status, Object value) {
        return new Reply(status, Map.of("Content-Type", "application/json"), Json.write(value));
    }

    /**
     * The same response with one more header.
     *
     * @param name header name
     * @param value header value
     * @return the response
     */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
