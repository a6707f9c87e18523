package io.mlconnector.runtime.cli.listing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times, amounts and counts as people read them at a terminal. */
public final class Legible {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", Locale.ENGLISH);
    private static final Pattern INSTANT =
            Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z\\b");

    private Legible() {}

    /** To the second, in the zone of whoever reads it, and it says which. */
    public static String time(Instant time) {
        return time(time, ZoneId.systemDefault());
    }

    static String time(Instant time, ZoneId zone) {
        return SECOND.format(time.atZone(zone));
    }

    /** The same of a time as the interface writes it; nothing for none. */
    public static String time(@Nullable String time) {
        return time == null ? "" : time(Instant.parse(time));
    }

    /** A sentence with the times in it to the second. */
    public static String text(String sentence) {
        return INSTANT.matcher(sentence).replaceAll(found -> time(Instant.parse(found.group())));
    }

    /** Grouped, with its currency if it has one. */
    public static String money(String amount, String currency) {
        return (String.format(Locale.ROOT, "%,.2f", new BigDecimal(amount)) + " " + currency).strip();
    }

    /** A count of things: 1 document, 2 documents. */
    public static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** How long ago, in the largest unit that fits: 42 s, 17 min, 5 h, 12 d. */
    public static String age(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }
}
