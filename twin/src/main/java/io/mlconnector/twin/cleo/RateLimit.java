package io.mlconnector.twin.cleo;

import io.mlconnector.twin.http.Reply;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bucket per first path segment: a burst capacity, refilled at the same number per second. */
final class RateLimit {

    private final CleoBehaviour behaviour;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();

    private record Bucket(double tokens, Instant at) {}

    RateLimit(CleoBehaviour behaviour, Clock clock) {
        this.behaviour = behaviour;
        this.clock = clock;
    }

    /** Lets a request through, or answers 429. */
    @Nullable Reply check(String segment) {
        int rate = behaviour.requestsPerSecond();
        if (rate <= 0) {
            return null;
        }
        Instant now = clock.instant();
        Bucket before = buckets.getOrDefault(segment, new Bucket(rate, now));
        double seconds = (now.toEpochMilli() - before.at().toEpochMilli()) / 1000.0;
        double tokens = Math.min(rate, before.tokens() + seconds * rate);
        boolean allowed = tokens >= 1;
        buckets.put(segment, new Bucket(allowed ? tokens - 1 : tokens, now));
        return allowed ? null : tooMany();
    }

    Reply tooMany() {
        Reply reply = Logins.message(429, "Too many requests");
        return switch (behaviour.retryAfter()) {
            case SECONDS -> reply.with("Retry-After", "1");
            case DATE ->
                reply.with(
                        "Retry-After",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().plusSeconds(1).atOffset(ZoneOffset.UTC)));
            case ABSENT -> reply;
        };
    }
}
