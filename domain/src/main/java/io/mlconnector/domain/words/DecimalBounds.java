package io.mlconnector.domain.words;

import java.math.BigDecimal;

/**
 * Which numbers are taken from outside. A few characters such as {@code 1e999999999} stand for a number that no machine can add
 * to another one; F&O has at most 32 digits (reference dynamics, section 2.6), X12 far fewer.
 */
public final class DecimalBounds {

    /** The longest text that is read as a number. */
    public static final int LONGEST_TEXT = 100;

    private static final int MOST_DIGITS = 40;

    private DecimalBounds() {}

    /** Whether the number has at most 40 digits, before and after the point. */
    public static boolean within(BigDecimal number) {
        int scale = number.scale();
        return scale <= MOST_DIGITS && scale >= -MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    /**
     * The number that a text says.
     *
     * @throws NumberFormatException if it says none, or one out of bounds
     */
    public static BigDecimal read(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST_TEXT) {
            throw new NumberFormatException("a number has at most " + LONGEST_TEXT + " characters");
        }
        BigDecimal number = new BigDecimal(stripped);
        if (!within(number)) {
            throw new NumberFormatException("a number has at most " + MOST_DIGITS + " digits");
        }
        return number;
    }
}
