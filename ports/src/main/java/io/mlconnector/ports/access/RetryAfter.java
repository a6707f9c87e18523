package io.mlconnector.ports.access;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the header Retry-After: seconds or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    /** Longest wait that we believe. */
    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    /**
     * What the header asks for.
     *
     * @param now to compute the distance to a date
     * @return at most an hour; empty if it has neither form
     */
    public static Optional<Duration> read(String header, Instant now) {
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(now, until)));
        } catch (DateTimeParseException e) {
            // Neither form: as if it were absent.
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(MOST) > 0 ? MOST : asked;
    }
}
