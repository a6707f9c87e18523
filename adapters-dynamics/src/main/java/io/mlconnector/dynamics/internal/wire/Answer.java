package io.mlconnector.dynamics.internal.wire;

import io.mlconnector.domain.retry.ThrottlePause;
import io.mlconnector.ports.access.Gate.RemoteHealth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An HTTP response, or one part of a batch response.
 *
 * @param status HTTP status
 * @param contentType may be empty
 * @param retryAfter value of that header; empty if absent
 * @param body text; may be empty
 * @param parts the responses inside a successful batch response, in the order of the requests; empty for any other
 */
public record Answer(int status, String contentType, Optional<Duration> retryAfter, String body, List<Answer> parts) {

    public Answer {
        parts = List.copyOf(parts);
    }

    /** One without parts. */
    public Answer(int status, String contentType, Optional<Duration> retryAfter, String body) {
        this(status, contentType, retryAfter, body, List.of());
    }

    /** Whether it is a success. */
    public boolean good() {
        return status >= 200 && status < 300;
    }

    /** What it says about F&O. A part may be throttled although the batch response as a whole has status 200. */
    RemoteHealth health() {
        return parts.stream()
                .map(Answer::health)
                .filter(RemoteHealth.Throttled.class::isInstance)
                .findFirst()
                .orElseGet(this::own);
    }

    private RemoteHealth own() {
        if (status == 429) {
            return new RemoteHealth.Throttled(retryAfter.orElse(ThrottlePause.DYNAMICS.pause()));
        }
        if (status == 503 && retryAfter.isPresent()) {
            return new RemoteHealth.Throttled(retryAfter.get());
        }
        return status >= 500 && Refusals.errorText(body).isEmpty()
                ? new RemoteHealth.Failing()
                : new RemoteHealth.Working();
    }
}
