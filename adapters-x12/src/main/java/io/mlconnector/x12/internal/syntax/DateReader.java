package io.mlconnector.x12.internal.syntax;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Reads dates and times out of bytes: types DT and TM (reference x12, section 1.3). */
public final class DateReader {
    private DateReader() {}

    /** The format of an element of type DT. */
    public enum Kind {
        /** CCYYMMDD. */
        FULL,
        /** YYMMDD, no longer allowed since release 004010 but still sent by partners. */
        SHORT,
        /** Zeros only: no date (reference x12, section 14, row 27). */
        ZERO,
        /** Anything else. */
        NONE
    }

    /** The format of the date in an element. */
    public static Kind kind(SegmentCursor segment, int element) {
        int number = digits(segment, segment.from(element), segment.to(element));
        int length = segment.to(element) - segment.from(element);
        if (number == 0 && (length == 8 || length == 6)) {
            return Kind.ZERO;
        }
        if (number < 0 || (length != 8 && length != 6)) {
            return Kind.NONE;
        }
        int full = length == 6 ? windowed(number) : number;
        if (!possible(full)) {
            return Kind.NONE;
        }
        return length == 6 ? Kind.SHORT : Kind.FULL;
    }

    /** The date of an element; empty if it contains none. */
    public static Optional<LocalDate> read(SegmentCursor segment, int element) {
        if (segment.isEmpty(element)) {
            return Optional.empty();
        }
        int number = digits(segment, segment.from(element), segment.to(element));
        return switch (kind(segment, element)) {
            case FULL -> Optional.of(date(number));
            case SHORT -> Optional.of(date(windowed(number)));
            case ZERO, NONE -> Optional.empty();
        };
    }

    /** Whether the element is HHMM, HHMMSS or HHMMSSd or HHMMSSdd. */
    public static boolean isTime(SegmentCursor segment, int element) {
        int from = segment.from(element);
        int length = segment.to(element) - from;
        if (length < 4 || length == 5 || length > 8 || digits(segment, from, segment.to(element)) < 0) {
            return false;
        }
        int time = digits(segment, from, from + 4);
        boolean seconds = length < 6 || digits(segment, from + 4, from + 6) < 60;
        return time / 100 < 24 && time % 100 < 60 && seconds;
    }

    /** The window for two-digit years: 00 to 79 belong to this century (reference x12, section 1.3). */
    private static int windowed(int yymmdd) {
        return yymmdd / 10_000 < 80 ? 20_000_000 + yymmdd : 19_000_000 + yymmdd;
    }

    private static boolean possible(int date) {
        int month = date / 100 % 100;
        int day = date % 100;
        return date >= 10_000
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(date / 10_000, month).lengthOfMonth());
    }

    private static LocalDate date(int number) {
        return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    }

    private static int digits(SegmentCursor segment, int from, int to) {
        byte[] bytes = segment.bytes();
        int number = 0;
        if (to - from > 8) {
            return -1;
        }
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
