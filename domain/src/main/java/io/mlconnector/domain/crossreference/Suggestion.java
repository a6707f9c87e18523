package io.mlconnector.domain.crossreference;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a word without a translation might mean, by what people entered for the same word elsewhere. It decides nothing: a person
 * chooses it, or not.
 *
 * @param means the other word
 * @param evidence who entered it for whom, in a sentence
 * @param count for how many partners or legal entities it was entered
 */
public record Suggestion(String means, String evidence, int count) {

    /** More nobody compares. */
    private static final int MOST = 5;

    /** So many partners are named. */
    private static final int NAMED = 5;

    public Suggestion {
        Objects.requireNonNull(means, "means");
        Objects.requireNonNull(evidence, "evidence");
        if (count < 1) {
            throw new IllegalArgumentException("A suggestion has evidence");
        }
    }

    /**
     * For one missing translation.
     *
     * @param known every translation that people entered
     * @return what was entered most often first, five at most; empty if nobody entered any for that word
     */
    public static List<Suggestion> of(MissingTranslation missing, Collection<CrossReference> known) {
        Map<String, TreeSet<String>> places = new TreeMap<>();
        for (CrossReference one : known) {
            boolean same = one.kind() == missing.kind()
                    && (missing.ours() ? one.ours() : one.theirs()).equalsIgnoreCase(missing.word());
            if (same) {
                places.computeIfAbsent(missing.ours() ? one.theirs() : one.ours(), ignored -> new TreeSet<>())
                        .add(one.scope().toString());
            }
        }
        return places.entrySet().stream()
                .map(one -> new Suggestion(
                        one.getKey(),
                        sentence(missing, one.getKey(), one.getValue()),
                        one.getValue().size()))
                .sorted(Comparator.comparingInt(Suggestion::count).reversed().thenComparing(Suggestion::means))
                .limit(MOST)
                .toList();
    }

    private static String sentence(MissingTranslation missing, String means, TreeSet<String> places) {
        String named = String.join(", ", places.stream().limit(NAMED).toList());
        return missing.word() + " means " + means + " for " + named
                + (places.size() > NAMED ? " and " + (places.size() - NAMED) + " more" : "") + ".";
    }
}
