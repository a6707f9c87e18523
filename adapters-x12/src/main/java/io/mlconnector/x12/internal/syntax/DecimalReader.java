package io.mlconnector.x12.internal.syntax;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers out of bytes: types N0 to N9 and R (reference x12, section 1.3). One object is used again and again; it
 * holds the number that was read last.
 */
public final class DecimalReader {
    private static final int LONGEST = 40;
    private static final int LARGEST_EXPONENT = 20;

    private boolean negative;
    private boolean plus;
    private boolean point;
    private boolean exponent;
    private BigDecimal exponential = BigDecimal.ZERO;
    private int digits;
    private int decimals;
    private long small;
    private String large = "";

    /**
     * Reads an element.
     *
     * @return whether it is a number: an optional sign and digits with at most one point, {@code .5} and {@code 5.}
     *     included; no comma, no blank; perhaps an exponent
     */
    public boolean read(SegmentCursor segment, int element) {
        byte[] bytes = segment.bytes();
        int position = segment.from(element);
        int to = segment.to(element);
        while (position < to && bytes[position] == ' ') {
            position++;
        }
        int begin = position;
        negative = position < to && bytes[position] == '-';
        plus = position < to && bytes[position] == '+';
        if (negative || plus) {
            position++;
        }
        exponent = false;
        int first = position;
        int pointAt = -1;
        long number = 0;
        for (; position < to; position++) {
            int digit = bytes[position] - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
            } else if (bytes[position] == '.' && pointAt < 0) {
                pointAt = position;
            } else if (bytes[position] == 'E' && position > first) {
                return exponential(bytes, begin, position, to);
            } else {
                return false;
            }
        }
        small = number;
        point = pointAt >= 0;
        digits = to - first - (point ? 1 : 0);
        decimals = point ? to - pointAt - 1 : 0;
        if (digits > 18) {
            large = digits > LONGEST ? "" : segment.text(element).strip();
        }
        return digits > 0 && digits <= LONGEST && to > begin;
    }

    /** A number with an exponent: by the standard allowed in type R, and never large here. */
    private boolean exponential(byte[] bytes, int begin, int sign, int to) {
        int digitsOfExponent = to - sign - 1 - (sign + 1 < to && bytes[sign + 1] == '-' ? 1 : 0);
        if (digitsOfExponent < 1 || digitsOfExponent > 2 || to - begin > LONGEST || bytes[sign + 1] == '+') {
            return false;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(new String(bytes, begin, to - begin, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException damaged) {
            return false;
        }
        int power = Integer.parseInt(new String(bytes, sign + 1, to - sign - 1, StandardCharsets.ISO_8859_1));
        if (Math.abs(power) > LARGEST_EXPONENT) {
            return false;
        }
        exponent = true;
        point = true;
        digits = 0;
        for (int i = begin; i < sign; i++) {
            digits += bytes[i] >= '0' && bytes[i] <= '9' ? 1 : 0;
        }
        exponential = number.scale() < 0 ? number.setScale(0) : number;
        return true;
    }

    /** Whether it was written with an exponent. */
    public boolean exponent() {
        return exponent;
    }

    /** Whether it was written with a plus sign, which the standard does not have. */
    public boolean plus() {
        return plus;
    }

    /** Whether it was written with a decimal point. */
    public boolean point() {
        return point;
    }

    /** How many digits it has: the length of a number, since sign and point do not count. */
    public int digits() {
        return digits;
    }

    /** The number. */
    public BigDecimal value() {
        if (exponent) {
            return exponential;
        }
        if (digits > 18) {
            return new BigDecimal(large);
        }
        return BigDecimal.valueOf(negative ? -small : small, decimals);
    }

    /** The number with two implied decimals; one that was written with a point is taken as it is. */
    public BigDecimal valueOfN2() {
        return point ? value() : value().movePointLeft(2);
    }
}
