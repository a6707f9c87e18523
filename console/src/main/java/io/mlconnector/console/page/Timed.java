package io.mlconnector.console.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a text that may be a time. Messages are written for programs and the terminal too, with times in UTC; a page shows them in the
 * reader's zone as it shows every other time.
 *
 * @param text as it was written
 * @param at the time that it is; empty if it is none
 */
public record Timed(String text, Optional<Instant> at) {

    /** As programs write it, and as the history does. */
    private static final Pattern TIME = Pattern.compile(
            "\\b(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)Z| (\\d{2}:\\d{2}(?::\\d{2})?) UTC)\\b");

    /** The pieces of a message as a page tells it, in order. */
    public static List<Timed> pieces(String message) {
        String text = OnPage.told(message);
        List<Timed> pieces = new ArrayList<>();
        Matcher times = TIME.matcher(text);
        int end = 0;
        while (times.find()) {
            Optional<Instant> at =
                    read(times.group(1), Optional.ofNullable(times.group(2)).orElse(times.group(3)));
            if (at.isPresent()) {
                if (times.start() > end) {
                    pieces.add(new Timed(text.substring(end, times.start()), Optional.empty()));
                }
                pieces.add(new Timed(times.group(), at));
                end = times.end();
            }
        }
        if (end < text.length()) {
            pieces.add(new Timed(text.substring(end), Optional.empty()));
        }
        return pieces;
    }

    private static Optional<Instant> read(String day, String time) {
        try {
            return Optional.of(
                    LocalDate.parse(day).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
