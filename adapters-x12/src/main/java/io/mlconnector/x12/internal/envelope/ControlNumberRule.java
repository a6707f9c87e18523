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

    /** Whether a written count equals {@code actual}. */
    static boolean counts(String written, long actual) {
        return isNumber(written) && bare(written).equals(Long.toString(actual));
    }

    /** Whether a text is digits only. */
    static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String bare(String digits) {
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }
}
