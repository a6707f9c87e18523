package io.mlconnector.dynamics.internal.odata;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The response to a batch with one change set. The outer status is irrelevant; a failed change set yields a single
 * part, whose content id is unreliable (reference dynamics, section 3).
 *
 * @param parts the contained responses, in order
 */
record BatchAnswer(List<Answer> parts) {

    private static final int FAILED_DEPENDENCY = 424;
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.[01] (\\d{3})[^\\r\\n]*\\r?$");
    private static final Pattern BOUNDARY = Pattern.compile("(?m)^--[A-Za-z0-9'()+_,./:=?-]+\\r?$");

    BatchAnswer {
        parts = List.copyOf(parts);
    }

    /** Parts of a multipart response, or of the JSON form of OData 4.01 (Protocol 4.01, section 11.7.7). */
    static BatchAnswer read(Answer outer, Instant now) {
        return Json.read(outer.body())
                .map(json -> json.path("responses"))
                .filter(JsonNode::isArray)
                .map(responses -> ofJson(responses, now))
                .orElseGet(() -> ofMultipart(outer, now));
    }

    private static BatchAnswer ofJson(JsonNode responses, Instant now) {
        List<Answer> parts = new ArrayList<>();
        responses.forEach(response -> {
            JsonNode headers = response.path("headers");
            JsonNode body = response.path("body");
            parts.add(new Answer(
                    response.path("status").asInt(),
                    header(headers, "content-type"),
                    RetryAfter.read(header(headers, "retry-after"), now),
                    body.isContainerNode() ? body.toString() : body.asText("")));
        });
        return new BatchAnswer(parts);
    }

    private static String header(JsonNode headers, String name) {
        return headers.properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().asText(""))
                .findFirst()
                .orElse("");
    }

    private static BatchAnswer ofMultipart(Answer outer, Instant now) {
        List<Answer> parts = new ArrayList<>();
        Matcher status = STATUS.matcher(outer.body());
        while (status.find()) {
            Matcher end = BOUNDARY.matcher(outer.body());
            int to = end.find(status.end()) ? end.start() : outer.body().length();
            parts.add(part(Integer.parseInt(status.group(1)), outer.body().substring(status.end(), to), now));
        }
        return new BatchAnswer(parts);
    }

    private static Answer part(int status, String rest, Instant now) {
        String text = rest.replace("\r\n", "\n").replaceFirst("^\\n", "");
        int blank = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
        String headers = blank < 0 ? text : text.substring(0, blank);
        String body = blank < 0 ? "" : text.substring(blank).strip();
        Optional<Duration> retryAfter = Optional.empty();
        String type = "";
        for (String header : headers.split("\n", -1)) {
            int colon = header.indexOf(':');
            String name = colon < 0 ? "" : header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (name.equals("retry-after")) {
                retryAfter = RetryAfter.read(header.substring(colon + 1), now);
            } else if (name.equals("content-type")) {
                type = header.substring(colon + 1).strip();
            }
        }
        return new Answer(status, type, retryAfter, body);
    }

    /** Done if every row was created; otherwise the error that aborted the change set, which then changed nothing. */
    Outcome<Integer> outcome(int expected) {
        Optional<Answer> failed = parts.stream()
                .filter(part -> !part.good())
                // What only failed because another part did says nothing (RFC 4918, section 11.4).
                .min(Comparator.comparing(part -> part.status() == FAILED_DEPENDENCY));
        if (failed.isPresent()) {
            return Refusals.outcome(failed.get(), "The change set", true);
        }
        if (parts.size() != expected) {
            return Outcome.unknown(Problem.of(
                    ProblemCode.ANSWER_UNREADABLE,
                    "",
                    "F&O answered a change set of " + expected + " rows with " + parts.size()
                            + " response parts; F&O is searched for the rows."));
        }
        return Outcome.done(expected);
    }
}
