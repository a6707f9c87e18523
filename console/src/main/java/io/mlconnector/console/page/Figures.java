package io.mlconnector.console.page;

import io.mlconnector.ports.journal.document.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Numbers for people: with groups of three, and two places for money unless it has more. */
public final class Figures {

    private static final int PLACES = 2;

    private Figures() {}

    /** An amount without its currency, such as {@code 14,200.00}. */
    public static String amount(BigDecimal amount) {
        BigDecimal shown = amount.stripTrailingZeros().scale() > PLACES
                ? amount.stripTrailingZeros()
                : amount.setScale(PLACES, RoundingMode.UNNECESSARY);
        return format(shown, PLACES);
    }

    /** What is at stake, with its currency behind it. */
    public static String money(Worth worth) {
        return amount(worth.amount()) + (worth.currency().isEmpty() ? "" : " " + worth.currency());
    }

    /** Amounts by currency, one after another. */
    public static String money(Map<String, BigDecimal> amounts) {
        return new TreeMap<>(amounts)
                .entrySet().stream()
                        .map(one -> (amount(one.getValue()) + " " + one.getKey()).strip())
                        .collect(Collectors.joining(", "));
    }

    /** A quantity without zeros at its end, such as {@code 27.9}. */
    public static String quantity(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    /** A count, such as {@code 1,000,000}. */
    public static String count(long count) {
        return format(BigDecimal.valueOf(count), 0);
    }

    /** A count with what it counts, in the singular or the plural. */
    public static String counted(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** A size in bytes, in the largest unit of which there is at least one. */
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        BigDecimal kilo = BigDecimal.valueOf(bytes).movePointLeft(3);
        return kilo.compareTo(BigDecimal.valueOf(1_000)) < 0
                ? kilo.setScale(1, RoundingMode.HALF_UP) + " kB"
                : kilo.movePointLeft(3).setScale(1, RoundingMode.HALF_UP) + " MB";
    }

    private static String format(BigDecimal number, int least) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(Math.max(least, number.scale()));
        return format.format(number);
    }
}
