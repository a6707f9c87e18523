package io.mlconnector.runtime.config.section;

import io.mlconnector.domain.words.DecimalBounds;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads single values; each method throws an exception with a sentence for the person who wrote the file. */
public final class Values {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private static final Pattern BYTES = Pattern.compile("(\\d{1,10})\\s*(KiB|MiB)?");

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern LOOPBACK = Pattern.compile("127(\\." + OCTET + "){3}");

    private Values() {}

    /** {@code 500ms}, {@code 15s}, {@code 2m}, {@code 1h}, {@code 400d}. */
    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a duration such as 15s, 2m or 1h, not " + text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** A duration greater than zero. */
    public static Duration positiveDuration(String text) {
        Duration duration = duration(text);
        if (duration.isZero()) {
            throw new IllegalArgumentException("must be more than zero");
        }
        return duration;
    }

    /** An address with a scheme of http or https and a host. */
    public static URI url(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a URL, not " + text, e);
        }
        boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        if (!web || uri.getHost() == null) {
            throw new IllegalArgumentException("must be a URL that begins with https:// and names a host, not " + text);
        }
        return uri;
    }

    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a day such as 2026-11-01, not " + text, e);
        }
    }

    public static BigDecimal decimal(String text) {
        try {
            return DecimalBounds.read(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a number such as 0.02, not " + text, e);
        }
    }

    public static int integer(String text, int least, int most) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same sentence: not a number is as wrong as out of range.
        }
        throw new IllegalArgumentException("must be a whole number from " + least + " to " + most + ", not " + text);
    }

    /** {@code 65536}, {@code 64KiB}, {@code 2MiB}; at least 1. */
    public static int bytes(String text, int most) {
        Matcher matcher = BYTES.matcher(text.strip());
        if (matcher.matches()) {
            long factor = switch (String.valueOf(matcher.group(2))) {
                case "KiB" -> 1024L;
                case "MiB" -> 1024L * 1024;
                default -> 1L;
            };
            long value = Long.parseLong(matcher.group(1)) * factor;
            if (value >= 1 && value <= most) {
                return (int) value;
            }
        }
        throw new IllegalArgumentException("must be a number of bytes such as 64KiB or 2MiB, at most "
                + most / (1024 * 1024) + "MiB, not " + text);
    }

    public static boolean truth(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, not " + text);
        };
    }

    /** Whether a host is this machine itself: an address of 127.0.0.0/8, ::1, or the name localhost and nothing else. */
    public static boolean loopback(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.equalsIgnoreCase("localhost")
                || LOOPBACK.matcher(bare).matches()
                || bare.equals("::1")
                || bare.equals("0:0:0:0:0:0:0:1");
    }

    /** An address that a secret is sent to: {@link #url}, and encrypted unless it stays on this machine. */
    public static URI urlForSecrets(String text) {
        URI uri = url(text);
        if ("http".equalsIgnoreCase(uri.getScheme()) && !loopback(uri.getHost())) {
            throw new IllegalArgumentException(
                    "must begin with https://, because secrets are sent there; http:// is accepted for this machine only");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("must not hold a user or password; they have keys of their own");
        }
        return uri;
    }
}
