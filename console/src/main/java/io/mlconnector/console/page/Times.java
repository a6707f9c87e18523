package io.mlconnector.console.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Times for people: in their own zone, with the UTC for those who compare it with other systems.
 *
 * @param zone the reader's
 * @param now when they are read
 */
public record Times(ZoneId zone, Instant now) {

    private static final DateTimeFormatter THIS_DAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ANY_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ENGLISH);

    public Times {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(now, "now");
    }

    /** As short as it can be told on the day it is read. */
    public String at(Instant time) {
        ZonedDateTime there = time.atZone(zone);
        ZonedDateTime here = now.atZone(zone);
        DateTimeFormatter format = there.toLocalDate().equals(here.toLocalDate())
                ? THIS_DAY
                : there.getYear() == here.getYear() ? THIS_YEAR : ANY_YEAR;
        return format.format(there);
    }

    /** The same in UTC, to the second. */
    public String utc(Instant time) {
        return UTC.format(time.atZone(ZoneOffset.UTC));
    }

    /** How long ago it was, in one unit; of what is still to come, how long it takes until then. */
    public String age(Instant time) {
        return length(Duration.between(time, now).abs());
    }

    /** A duration in one unit, such as {@code 4 min}. */
    public static String length(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return duration.toMillis() + " ms";
        }
        if (seconds < 100) {
            return seconds + " s";
        }
        if (duration.toMinutes() < 100) {
            return duration.toMinutes() + " min";
        }
        return duration.toHours() < 48 ? duration.toHours() + " h" : duration.toDays() + " d";
    }

    /** A text with the times in it as this reader sees them, where nothing but text can stand. */
    public String told(String text) {
        return Timed.pieces(text).stream()
                .map(piece -> piece.at().map(this::at).orElse(piece.text()))
                .collect(Collectors.joining());
    }

    /** A zone as people call it. */
    public static String named(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** For programs: the attribute {@code datetime}. */
    public String machine(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** Whether it lies before the time of reading. */
    public boolean past(Instant time) {
        return time.isBefore(now);
    }
}
