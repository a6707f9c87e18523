package io.mlconnector.engine.daily;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * A day as people mean it.
 *
 * @param date of the calendar
 * @param zone in which it begins and ends
 */
public record Day(LocalDate date, ZoneId zone) {

    public Day {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(zone, "zone");
    }

    /** When it begins. */
    public Instant begin() {
        return date.atStartOfDay(zone).toInstant();
    }

    /** When the next one begins: 23 to 25 hours later. */
    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Whether this time is in it. */
    boolean holds(Instant time) {
        return !time.isBefore(begin()) && time.isBefore(end());
    }
}
