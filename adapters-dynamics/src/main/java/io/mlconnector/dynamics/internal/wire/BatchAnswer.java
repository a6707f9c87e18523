package io.mlconnector.dynamics.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.RetryAfter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the response to a batch (reference dynamics, section 3): the outer status says nothing of the parts; a failed change set
 * yields a single part, whose content id is unreliable.
 */
public final class BatchAnswer {

    private static final int FAILED_DEPENDENCY = 424;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    /** Change sets stand in a batch, and nothing stands in a change set. */
    private static final int DEEPEST = 2;

    private BatchAnswer() {}

    /** The parts of a multipart response, or of the JSON form of OData 4.01 (JSON Format 4.01, section 19.5). */
    static List<Answer> parts(String contentType, String body, Instant now) {
        return body.startsWith("{") || contentType.toLowerCase(Locale.ROOT).contains("json")
                ? Json.read(body)
                        .map(json -> json.path("responses"))
                        .filter(JsonNode::isArray)
                        .map(responses -> ofJson(responses, now))
                        .orElse(List.of())
                : ofMultipart(contentType, body, now);
    }

    /** Only JSON names the request of each response, and may mix them up. */
    private static List<Answer> ofJson(JsonNode responses, Instant now) {
        List<JsonNode> inOrder = new ArrayList<>();
        responses.forEach(inOrder::add);
        if (inOrder.stream().allMatch(response -> response.path("id").asText("").matches("\\d{1,9}"))) {
            inOrder.sort(Comparator.comparingInt(response -> response.path("id").asInt()));
        }
        List<Answer> parts = new ArrayList<>();
        for (JsonNode response : inOrder) {
            JsonNode headers = response.path("headers");
            JsonNode body = response.path("body");
            parts.add(new Answer(
                    response.path("status").asInt(),
                    header(headers, "content-type"),
                    RetryAfter.read(header(headers, "retry-after"), now),
                    body.isContainerNode() ? body.toString() : body.asText("")));
        }
        return parts;
    }

    private static String header(JsonNode headers, String name) {
        return headers.properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().asText(""))
                .findFirst()
                .orElse("");
    }

    private static List<Answer> ofMultipart(String contentType, String body, Instant now) {
        List<Answer> parts = new ArrayList<>();
        boundary(contentType)
                .or(() -> boundaryOfFirstLine(body))
                .ifPresent(boundary -> read(body, new Range(0, body.length()), boundary, 1, now, parts));
        return parts;
    }

    /** Part of a text. */
    private record Range(int from, int to) {}

    private static Optional<String> boundary(String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/") && matcher.find()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    /** Some proxies replace the header and leave the body. */
    private static Optional<String> boundaryOfFirstLine(String body) {
        return body.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .filter(line -> line.length() > 2 && line.startsWith("--"))
                .map(line -> line.substring(2));
    }

    private static void read(String text, Range range, String boundary, int depth, Instant now, List<Answer> parts) {
        String mark = "--" + boundary;
        int at = lineWith(text, mark, range.from(), range.to());
        while (at >= 0 && !text.startsWith("--", at + mark.length())) {
            int content = afterLine(text, at, range.to());
            int next = lineWith(text, mark, content, range.to());
            part(text, new Range(content, next < 0 ? range.to() : next), depth, now, parts);
            at = next;
        }
    }

    private static void part(String text, Range range, int depth, Instant now, List<Answer> parts) {
        Map<String, String> mime = new HashMap<>();
        int content = headers(text, range, mime);
        Optional<String> inner = boundary(mime.getOrDefault("content-type", ""));
        if (inner.isPresent() && depth < DEEPEST) {
            read(text, new Range(content, range.to()), inner.get(), depth + 1, now, parts);
            return;
        }
        int end = afterLine(text, content, range.to());
        Matcher status = STATUS.matcher(text.substring(content, end).strip());
        if (status.matches()) {
            Map<String, String> headers = new HashMap<>();
            int body = headers(text, new Range(end, range.to()), headers);
            parts.add(new Answer(
                    Integer.parseInt(status.group(1)),
                    headers.getOrDefault("content-type", ""),
                    RetryAfter.read(headers.getOrDefault("retry-after", ""), now),
                    text.substring(body, range.to()).strip()));
        }
    }

    /** Reads headers up to the first line without one; returns where what follows them begins. */
    private static int headers(String text, Range range, Map<String, String> into) {
        int at = range.from();
        while (at < range.to()) {
            int end = afterLine(text, at, range.to());
            String line = text.substring(at, end).strip();
            if (line.isEmpty()) {
                return end;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                into.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            at = end;
        }
        return range.to();
    }

    private static int afterLine(String text, int from, int to) {
        int end = text.indexOf('\n', from);
        return end < 0 || end >= to ? to : end + 1;
    }

    /** Where the next line begins that is a mark; negative if there is none. */
    private static int lineWith(String text, String mark, int from, int to) {
        int at = text.indexOf(mark, from);
        while (at >= 0 && at < to) {
            boolean begins = at == 0 || text.charAt(at - 1) == '\n';
            int after = at + mark.length();
            boolean ends = after >= text.length() || "\r\n- \t".indexOf(text.charAt(after)) >= 0;
            if (begins && ends) {
                return at;
            }
            at = text.indexOf(mark, at + 1);
        }
        return -1;
    }

    /**
     * What became of a change set: done if every row was created; otherwise the error that aborted it, so that it changed nothing.
     *
     * @param expected how many rows were to be created
     */
    public static Outcome<Integer> ofChangeSet(Answer answer, int expected) {
        Optional<Answer> failed = answer.parts().stream()
                .filter(part -> !part.good())
                // What only failed because another part did says nothing (RFC 4918, section 11.4).
                .min(Comparator.comparing(part -> part.status() == FAILED_DEPENDENCY));
        if (failed.isPresent()) {
            return Refusals.outcome(failed.get(), "The change set", true);
        }
        if (answer.parts().size() != expected) {
            return Outcome.unknown(Problem.of(
                    ProblemCode.ANSWER_UNREADABLE,
                    "",
                    "F&O answered a change set of " + expected + " rows with "
                            + answer.parts().size() + " response parts; F&O is searched for the rows."));
        }
        return Outcome.done(expected);
    }
}
