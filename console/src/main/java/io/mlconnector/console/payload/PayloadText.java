package io.mlconnector.console.payload;

import io.mlconnector.ports.journal.payload.Payload;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stored bytes as lines that can be compared: JSON with its members in alphabetical order, X12 a segment a line.
 *
 * @param form in a word, for people
 * @param lines of them, at most {@link #MOST}
 * @param cut whether there is more
 */
record PayloadText(String form, List<String> lines, boolean cut) {

    /** More lines nobody compares by eye; the bytes can be loaded as a whole. */
    static final int MOST = 2_000;

    /** More bytes are not laid out. */
    private static final int MOST_BYTES = 512 * 1024;

    /** More of a line is not shown. */
    private static final int LONGEST = 1_000;

    /** Where ISA ends: its terminator stands there. */
    private static final int TERMINATOR = 105;

    PayloadText {
        lines = List.copyOf(lines);
    }

    static PayloadText of(Payload payload) {
        byte[] all = payload.bytes();
        boolean cut = all.length > MOST_BYTES;
        byte[] bytes = cut ? Arrays.copyOf(all, MOST_BYTES) : all;
        if (x12(payload)) {
            return of("X12", segments(new String(bytes, StandardCharsets.ISO_8859_1)), cut);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean json = payload.mediaType().startsWith(Payload.JSON) || text.startsWith("{");
        return json
                ? of("JSON", pretty(text), cut)
                // The parts of a batch stand in it as JSON, a line each.
                : of("text", text.lines().flatMap(line -> pretty(line).stream()).toList(), cut);
    }

    /** JSON on lines of its own; anything else as it is. */
    private static List<String> pretty(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return lines(Json.encodePrettily(sorted(Json.decodeValue(text))));
            } catch (DecodeException e) {
                return lines(text);
            }
        }
        return text.isEmpty() ? List.of("") : lines(text);
    }

    static boolean x12(Payload payload) {
        byte[] bytes = payload.bytes();
        return payload.mediaType().equals(Payload.X12)
                || (bytes.length > 3 && bytes[0] == 'I' && bytes[1] == 'S' && bytes[2] == 'A');
    }

    private static PayloadText of(String form, List<String> lines, boolean cut) {
        return new PayloadText(
                form,
                lines.stream()
                        .limit(MOST)
                        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
                        .toList(),
                cut || lines.size() > MOST);
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static List<String> segments(String text) {
        char terminator = text.length() > TERMINATOR ? text.charAt(TERMINATOR) : '~';
        return Arrays.stream(text.split(Pattern.quote(String.valueOf(terminator)), -1))
                .map(segment -> segment.replaceAll("[\\r\\n]", "").strip())
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment + terminator)
                .toList();
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case JsonObject object -> {
                Map<String, Object> members = new LinkedHashMap<>();
                new TreeMap<>(object.getMap())
                        .keySet()
                        .forEach(name -> members.put(name, sorted(object.getValue(name))));
                yield new JsonObject(members);
            }
            case JsonArray array -> {
                List<Object> items = new ArrayList<>();
                array.forEach(item -> items.add(sorted(item)));
                yield new JsonArray(items);
            }
            case null -> null;
            default -> value;
        };
    }
}
