package io.mlconnector.domain.crossreference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What entering translations would change, decided before anything is changed.
 *
 * @param added translations of what was not translated so far
 * @param replaced translations of what is translated otherwise so far
 * @param unchanged how many say what is known already
 * @param contradicting those that say something else than an earlier one of the same list
 */
public record CrossReferenceChanges(
        List<CrossReference> added, List<Replaced> replaced, int unchanged, List<Contradicting> contradicting) {

    public CrossReferenceChanges {
        added = List.copyOf(added);
        replaced = List.copyOf(replaced);
        contradicting = List.copyOf(contradicting);
    }

    /**
     * A translation in the place of another one.
     *
     * @param position in the list, from 0
     * @param before what holds so far
     * @param after what shall hold
     */
    public record Replaced(int position, CrossReference before, CrossReference after) {}

    /**
     * Two of one list for the same word.
     *
     * @param first position of the one, from 0
     * @param second position of the other
     */
    public record Contradicting(int first, int second) {}

    /** Whether anything would be different afterwards. */
    public boolean changesSomething() {
        return !added.isEmpty() || !replaced.isEmpty();
    }

    /** All that is to be written. */
    public List<CrossReference> written() {
        List<CrossReference> written = new ArrayList<>(added);
        replaced.forEach(one -> written.add(one.after()));
        return written;
    }

    /**
     * Compares what is wanted with what is known.
     *
     * @param known by their keys
     * @param wanted in the order of their list; the same one twice counts as unchanged
     */
    public static CrossReferenceChanges of(Map<CrossReference.Key, CrossReference> known, List<CrossReference> wanted) {
        List<CrossReference> added = new ArrayList<>();
        List<Replaced> replaced = new ArrayList<>();
        List<Contradicting> contradicting = new ArrayList<>();
        Map<CrossReference.Key, Integer> positions = new HashMap<>();
        int unchanged = 0;
        for (int i = 0; i < wanted.size(); i++) {
            CrossReference one = wanted.get(i);
            Integer earlier = positions.putIfAbsent(one.key(), i);
            Optional<CrossReference> before = Optional.ofNullable(known.get(one.key()));
            if (earlier != null) {
                if (wanted.get(earlier).equals(one)) {
                    unchanged++;
                } else {
                    contradicting.add(new Contradicting(earlier, i));
                }
            } else if (before.isEmpty()) {
                added.add(one);
            } else if (means(before.get(), one)) {
                unchanged++;
            } else {
                replaced.add(new Replaced(i, before.get(), one));
            }
        }
        return new CrossReferenceChanges(added, replaced, unchanged, contradicting);
    }

    private static boolean means(CrossReference before, CrossReference after) {
        return before.ours().equals(after.ours()) && before.dates().equals(after.dates());
    }
}
