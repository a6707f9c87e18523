package io.mlconnector.twin.http;

import io.mlconnector.twin.fault.Fault;
import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that has arrived in full.
 *
 * @param method HTTP method
 * @param origin scheme, host and port the caller used
 * @param rawPath path as sent, percent-encoded
 * @param query decoded query options in their order
 * @param headers headers; names in any case
 * @param body body, possibly empty
 * @param fault a fault that the handler itself has to act out, or null
 */
public record Call(
        String method,
        String origin,
        String rawPath,
        Map<String, String> query,
        Map<String, String> headers,
        Buffer body,
        @Nullable Fault fault) {

    /**
     * Reads a request line's target.
     *
     * @param method HTTP method
     * @param origin scheme, host and port
     * @param target raw path and query
     * @param headers headers
     * @param body body
     * @return the call
     */
    public static Call of(String method, String origin, String target, Map<String, String> headers, Buffer body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, String> query = mark < 0 ? Map.of() : options(target.substring(mark + 1));
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return new Call(method, origin, path, query, Collections.unmodifiableMap(byName), body, null);
    }

    /**
     * The same call with a fault to act out.
     *
     * @param struck the fault, or null
     * @return the call
     */
    public Call with(@Nullable Fault struck) {
        return new Call(method, origin, rawPath, query, headers, body, struck);
    }

    /**
     * The decoded path.
     *
     * @return the path
     */
    public String path() {
        return decodePath(rawPath);
    }

    /**
     * A header's value.
     *
     * @param name header name in any case
     * @return its value, or an empty string
     */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /**
     * Percent-decodes a path, where a plus sign is a plus sign.
     *
     * @param raw encoded text
     * @return decoded text
     */
    public static String decodePath(String raw) {
        return decode(raw.replace("+", "%2B"));
    }

    /**
     * Reads a form or a query string.
     *
     * @param text {@code a=b&c=d}
     * @return decoded members in their order
     */
    public static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 0) {
                options.put(decode(pair), "");
            } else {
                options.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return Collections.unmodifiableMap(options);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray percent sign is taken literally
        }
    }
}
