package io.mlconnector.cleo.internal.session;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An HTTP response from Cleo.
 *
 * @param status HTTP status
 * @param location header of that name; empty if absent
 * @param retryAfter value of that header; empty if absent
 * @param body bytes; may be empty
 */
public record Answer(int status, String location, Optional<Duration> retryAfter, Buffer body) {

    private static final Pattern RATE =
            Pattern.compile("\\brate\\b|\\blimit|\\bthrottl|too many", Pattern.CASE_INSENSITIVE);

    /** The same with a time after which to come again. */
    Answer after(Duration pause) {
        return new Answer(status, location, Optional.of(pause), body);
    }

    /** Whether the request succeeded. */
    public boolean good() {
        return status >= 200 && status < 300;
    }

    /** The human-readable message of the error body; empty if there is none (reference cleo, section 2.5). */
    public String message() {
        return Json.read(body)
                .map(json -> json.path("message")
                        .asText(json.path("error_description")
                                .asText(json.path("error").asText(""))))
                .orElse("");
    }

    /** Whether Cleo throttled the request: 429, or a 403, 503 or 509 whose message says so. */
    public boolean throttled() {
        boolean speaksOfRate = RATE.matcher(message()).find();
        return status == 429
                || (status == 503 && retryAfter.isPresent())
                || ((status == 403 || status == 509) && speaksOfRate);
    }
}
