package io.mlconnector.dynamics.internal.wire;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time that a server says (RFC 9110, section 6.6.1). */
final class HttpDate {

    private HttpDate() {}

    /** Empty if there is none, or none that can be read. */
    static Optional<Instant> read(@Nullable String header) {
        try {
            return header == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
