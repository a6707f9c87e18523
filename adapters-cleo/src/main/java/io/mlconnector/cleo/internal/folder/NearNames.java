package io.mlconnector.cleo.internal.folder;

import java.util.Locale;

/** Names that somebody may have mistaken for each other. */
final class NearNames {

    private static final int TYPING_ERRORS = 2;
    private static final int SHORTEST = 3;

    private NearNames() {}

    /** Whether they differ by punctuation, by case, or by two typing errors at most. */
    static boolean near(String one, String other) {
        String left = plain(one);
        String right = plain(other);
        if (left.equals(right)) {
            return true;
        }
        return Math.min(left.length(), right.length()) > SHORTEST && distance(left, right) <= TYPING_ERRORS;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }

    /** How many characters have to be added, left out or changed. */
    private static int distance(String left, String right) {
        int[] before = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(before[j] + 1, row[j - 1] + 1), before[j - 1] + change);
            }
            before = row;
        }
        return before[right.length()];
    }
}
