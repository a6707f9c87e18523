package io.mlconnector.x12.internal.envelope;

/**
 * Compares control numbers and counts: header and trailer may spell a number differently (reference x12, sections 1.2
 * and 14, row 19).
 */
final class ControlNumberRule {
    private ControlNumberRule() {}

    /** How two control numbers compare. */
    enum Match {
        SAME,
        /** Equal as numbers only: leading zeros differ. */
        SAME_NUMBER,
        DIFFERENT
    }

    static Match compare(String header, String trailer) {
        if (header.equals(trailer)) {
            return Match.SAME;
        }
        boolean numbers = isNumber(header) && isNumber(trailer);
        return numbers && bare(header).equals(bare(trailer)) ? Match.SAME_NUMBER : Match.DIFFERENT;
    }

    /** Whether a written count says {@code actual}. */
    static boolean counts(String written, long actual) {
        return isNumber(written) && bare(written).equals(bare(Long.toString(actual)));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    private static String bare(String digits) {
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }
}
