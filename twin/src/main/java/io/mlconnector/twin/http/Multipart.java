package io.mlconnector.twin.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads multipart bodies leniently: LF or CRLF line ends, quoted or bare boundary. */
public final class Multipart {

    /**
     * A part: its headers, names in any case, and what follows them.
     *
     * @param headers headers
     * @param body the rest
     */
    public record Part(Map<String, String> headers, Buffer body) {
        /**
         * A header's value.
         *
         * @param name header name in any case
         * @return its value, or an empty string
         */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private Multipart() {}

    /**
     * The boundary named by a content type.
     *
     * @param contentType header value
     * @return the boundary, or null if none is named
     */
    public static @Nullable String boundary(String contentType) {
        return parameter(contentType, "boundary");
    }

    /**
     * A parameter of a structured header.
     *
     * @param value header value
     * @param name parameter name in lower case
     * @return its value without quotes, or null
     */
    public static @Nullable String parameter(String value, String name) {
        int at = 0;
        while (at >= 0 && at < value.length()) {
            int semicolon = value.indexOf(';', at);
            if (semicolon < 0) {
                return null;
            }
            String rest = value.substring(semicolon + 1).strip();
            if (rest.regionMatches(true, 0, name + "=", 0, name.length() + 1)) {
                return unquoted(rest.substring(name.length() + 1));
            }
            at = semicolon + 1;
        }
        return null;
    }

    private static String unquoted(String text) {
        if (text.startsWith("\"")) {
            int close = text.indexOf('"', 1);
            return close < 0 ? text.substring(1) : text.substring(1, close);
        }
        int semicolon = text.indexOf(';');
        return (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
    }

    /**
     * Splits a body. Latin-1 in between keeps every byte as it is.
     *
     * @param body the whole body
     * @param boundary its boundary
     * @return the parts in their order
     */
    public static List<Part> parts(Buffer body, String boundary) {
        String text = body.toString(StandardCharsets.ISO_8859_1);
        String mark = "--" + boundary;
        List<Part> parts = new ArrayList<>();
        int start = lineStart(text, mark, 0);
        while (start >= 0) {
            int content = start + mark.length();
            if (text.startsWith("--", content)) {
                break;
            }
            int lineEnd = text.indexOf('\n', content);
            if (lineEnd < 0) {
                break;
            }
            int next = lineStart(text, mark, lineEnd + 1);
            parts.add(part(text.substring(lineEnd + 1, next < 0 ? text.length() : beforeLineEnd(text, next))));
            start = next;
        }
        return parts;
    }

    /**
     * Reads headers and the rest.
     *
     * @param text Latin-1 text beginning with headers
     * @return the part
     */
    public static Part part(String text) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int at = 0;
        while (at < text.length()) {
            int lineEnd = text.indexOf('\n', at);
            String line = (lineEnd < 0 ? text.substring(at) : text.substring(at, lineEnd)).strip();
            at = lineEnd < 0 ? text.length() : lineEnd + 1;
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return new Part(headers, Buffer.buffer(text.substring(at).getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static int lineStart(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        while (at > 0 && text.charAt(at - 1) != '\n') {
            at = text.indexOf(mark, at + 1);
        }
        return at;
    }

    private static int beforeLineEnd(String text, int at) {
        int end = at;
        if (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > 0 && text.charAt(end - 1) == '\r') {
            end--;
        }
        return end;
    }
}
