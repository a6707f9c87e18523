package io.mlconnector.engine.view;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the valid word that somebody probably meant; the same for configuration, interface and commands. */
public final class NearestWord {

    private static final int LONGEST_SHOWN = 60;

    private NearestWord() {}

    /** The valid word with the fewest changes, if they are few. */
    public static Optional<String> of(String word, Collection<String> valid) {
        return valid.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(word, candidate) <= Math.max(2, word.length() / 3));
    }

    /**
     * The end of a sentence about a word that is none: the nearest that is, or all that are.
     *
     * @param valid may be empty
     */
    public static String orAll(String word, Collection<String> valid) {
        return of(word, valid)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElseGet(() -> valid.isEmpty()
                        ? "; there are none."
                        : "; there " + (valid.size() == 1 ? "is " : "are ") + String.join(", ", new TreeSet<>(valid))
                                + ".");
    }

    /** A word that somebody wrote, short enough for a sentence. */
    public static String shown(String word) {
        return word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN) + "…" : word;
    }

    /** Levenshtein distance. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int above = row[j];
                int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
