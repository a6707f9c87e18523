package io.mlconnector.cleo.internal.session;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer of Cleo's.
 *
 * @param status HTTP status
 * @param location header of that name; empty if absent
 * @param retryAfter what the header of that name asks for; empty if absent
 * @param body bytes; may be empty
 */
public record Answer(int status, String location, Optional<Duration> retryAfter, Buffer body) {

    /** Where Cleo throttles without naming a time. */
    public static final Duration USUAL_AWAY = Duration.ofSeconds(2);

    private static final Pattern RATE =
            Pattern.compile("\\brate\\b|\\blimit|\\bthrottl|too many", Pattern.CASE_INSENSITIVE);

    /** Whether the request did what it should. */
    public boolean good() {
        return status >= 200 && status < 300;
    }

    /** What the error body says for people; empty if it says nothing (reference cleo, section 2.5). */
    public String message() {
        return Json.read(body)
                .map(json -> json.path("message")
                        .asText(json.path("error_description")
                                .asText(json.path("error").asText(""))))
                .orElse("");
    }

    /** Whether Cleo asks to slow down: 429, or a 403, 503 or 509 that says so. */
    public boolean throttled() {
        boolean speaksOfRate = RATE.matcher(message()).find();
        return status == 429
                || (status == 503 && retryAfter.isPresent())
                || ((status == 403 || status == 509) && speaksOfRate);
    }
}
