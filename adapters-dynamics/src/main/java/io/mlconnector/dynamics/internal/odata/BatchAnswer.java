package io.mlconnector.dynamics.internal.odata;

import io.mlconnector.domain.words.Outcome;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.domain.words.ProblemCode;
import io.mlconnector.ports.access.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.[01] (\\d{3})[^\\r\\n]*\\r?$");
    private static final Pattern BOUNDARY = Pattern.compile("(?m)^--[A-Za-z0-9'()+_,./:=?-]+\\r?$");

    BatchAnswer {
        parts = List.copyOf(parts);
    }

    static BatchAnswer read(Answer outer, Instant now) {
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
        for (Answer part : parts) {
            if (!part.good()) {
                return Refusals.outcome(part, "The change set", true);
            }
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
