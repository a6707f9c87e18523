package io.mlconnector.twin.http;

import io.mlconnector.twin.fault.FaultPlan;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response.
 *
 * @param at when its head arrived
 * @param arrivedNanos the same on a clock that never jumps; only differences mean anything
 * @param answeredNanos when its response was sent, on the same clock; meaningless while {@code status} is 0
 * @param callerPort port of the caller's end of the connection
 * @param system the system called
 * @param method HTTP method
 * @param path decoded path
 * @param status HTTP status, 0 if no answer was sent
 * @param retryAfter the Retry-After of the response or of a part inside of it, or null
 */
public record LoggedRequest(
        Instant at,
        long arrivedNanos,
        long answeredNanos,
        int callerPort,
        FaultPlan.System system,
        String method,
        String path,
        int status,
        @Nullable String retryAfter) {

    /** Scope of the endpoint that issues F&amp;O's tokens. */
    public static final String TOKEN = "token";

    /** Scope of everything else in F&amp;O. */
    public static final String ENVIRONMENT = "environment";

    /**
     * The scope of throttling.
     *
     * @return for Cleo the first path segment after {@code /api}, for F&amp;O {@link #TOKEN} or {@link #ENVIRONMENT}
     */
    public String scope() {
        if (system == FaultPlan.System.DYNAMICS) {
            return path.endsWith("/token") ? TOKEN : ENVIRONMENT;
        }
        String[] segments = path.split("/", -1);
        return segments.length > 2 ? segments[2] : "";
    }

    LoggedRequest answered(long nanos, int newStatus, @Nullable String newRetryAfter) {
        return new LoggedRequest(at, arrivedNanos, nanos, callerPort, system, method, path, newStatus, newRetryAfter);
    }

    /** The Retry-After delay, counted from the response; null if there was none. */
    @Nullable Duration closedFor() {
        if (retryAfter == null || (status != 429 && status != 503 && status != 200)) {
            return null;
        }
        if (retryAfter.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            Instant until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(answeredAt(), until);
        } catch (DateTimeException e) {
            return null; // an unreadable header counts as absent
        }
    }

    Instant answeredAt() {
        return at.plusNanos(answeredNanos - arrivedNanos);
    }
}
