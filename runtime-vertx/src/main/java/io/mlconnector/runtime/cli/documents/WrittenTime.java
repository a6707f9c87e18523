package io.mlconnector.runtime.cli.documents;

import io.mlconnector.runtime.terminal.CommandFailure;
import io.mlconnector.runtime.terminal.ExitCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A time as a person writes it, or as a list prints it. */
final class WrittenTime {

    private WrittenTime() {}

    /**
     * The time.
     *
     * @param option how it is given, for the message
     * @param zone of what names none
     * @throws CommandFailure if it is none
     */
    static Instant read(String option, String text, ZoneId zone) {
        return of(text, zone)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.WRONG,
                        option
                                + " takes a day such as 2026-03-10, a time such as 2026-03-10T09:15, or one with its zone"
                                + " such as 2026-03-10T09:15:00Z; not " + text + "."));
    }

    /**
     * The time; a day is its beginning. Empty if it is none.
     *
     * @param zone of what names none
     */
    static Optional<Instant> of(String text, ZoneId zone) {
        String written = text.strip().replace(' ', 'T');
        try {
            if (written.indexOf('T') < 0) {
                return Optional.of(LocalDate.parse(written).atStartOfDay(zone).toInstant());
            }
            return Optional.of(
                    written.matches(".*([Zz]|T.*[+-][0-9:]+)")
                            ? OffsetDateTime.parse(written).toInstant()
                            : LocalDateTime.parse(written).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
