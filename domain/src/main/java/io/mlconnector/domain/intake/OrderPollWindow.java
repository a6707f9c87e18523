package io.mlconnector.domain.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * From which day on a poll looks for confirmed orders. Entering a confirmation twice does nothing, so a look may see too much
 * but never too little.
 *
 * @param start before this day confirmations are left alone
 * @param newest day of the newest confirmation that any look has read; empty before the first
 */
public record OrderPollWindow(LocalDate start, Optional<LocalDate> newest) {

    /** Confirmations back-dated by so many days are seen by every look; older ones by the full looks. */
    public static final int OVERLAP_DAYS = 7;

    /** Every so many looks begin at the start; the first look of a process is one of them. */
    public static final int LOOKS_BETWEEN_FULL_ONES = 60;

    public OrderPollWindow {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(newest, "newest");
    }

    /**
     * The first day when none is configured: today in the part of the world where the day begins last. F&O's dates are days of the
     * legal entity, so that a confirmation of the first evening in the Americas bears a day that is over in UTC.
     */
    public static LocalDate startOf(Instant firstStart) {
        return LocalDate.ofInstant(firstStart, ZoneOffset.ofHours(-12));
    }

    /** Whether a confirmation is one of those that are sent, however it was found: by a look or by an event. */
    public boolean covers(LocalDate confirmed) {
        return !confirmed.isBefore(start);
    }

    /** Whether a look sees everything since the start; looks are counted from 0. */
    public static boolean full(long look) {
        return look % LOOKS_BETWEEN_FULL_ONES == 0;
    }

    /** First day of a look; never before the start. */
    public LocalDate since(long look) {
        return full(look)
                ? start
                : newest.map(day -> day.minusDays(OVERLAP_DAYS))
                        .filter(start::isBefore)
                        .orElse(start);
    }

    /**
     * The newest day after a look; empty if it has not changed. Moves forward only, and never beyond today: a confirmation
     * that is dated in the future must not hide those of the days between.
     *
     * @param dates of the confirmations that were read
     * @param today the last day that counts
     */
    public Optional<LocalDate> advanced(Collection<LocalDate> dates, LocalDate today) {
        return dates.stream()
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .filter(day -> newest.map(day::isAfter).orElse(true));
    }
}
