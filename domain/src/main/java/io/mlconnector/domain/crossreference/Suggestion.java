package io.mlconnector.domain.crossreference;

import io.mlconnector.domain.precedent.Precedent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How documents of one cause might go on, by what people did before: what a word without a translation might mean, by what was entered
 * for the same word elsewhere; or that the documents go on despite the cause, by how many were released. It decides nothing: a person
 * chooses it, or not.
 *
 * @param way how they would go on
 * @param means the other word; empty unless it is a translation
 * @param evidence who did what, in a sentence
 * @param count for how many partners or legal entities it was entered; how many documents were released
 */
public record Suggestion(Way way, String means, String evidence, int count) {

    /** How documents go on. */
    public enum Way {
        /** The word is translated. */
        TRANSLATE,
        /** They go on despite the cause. */
        ACCEPT
    }

    /** Fewer releases show no habit. */
    private static final int LEAST_RELEASED = 3;

    /** More nobody compares. */
    private static final int MOST = 5;

    /** So many partners are named. */
    private static final int NAMED = 5;

    public Suggestion {
        Objects.requireNonNull(way, "way");
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
                        Way.TRANSLATE,
                        one.getKey(),
                        sentence(missing, one.getKey(), one.getValue()),
                        one.getValue().size()))
                .sorted(Comparator.comparingInt(Suggestion::count).reversed().thenComparing(Suggestion::means))
                .limit(MOST)
                .toList();
    }

    /**
     * For documents that stand still for a cause about which people decided before.
     *
     * @return empty where they released few of them, or not most
     */
    public static Optional<Suggestion> of(Precedent precedent) {
        return precedent.released() < LEAST_RELEASED || 2 * precedent.released() <= precedent.decided()
                ? Optional.empty()
                : Optional.of(new Suggestion(Way.ACCEPT, "", sentence(precedent), precedent.released()));
    }

    private static String sentence(Precedent precedent) {
        String last = "; the last one by " + precedent.who() + " on "
                + LocalDate.ofInstant(precedent.at(), ZoneOffset.UTC) + ".";
        return precedent.released() == precedent.decided()
                ? "The last " + precedent.released() + " documents with this cause were released by people" + last
                : "Of the last " + precedent.decided() + " documents with this cause about which people decided, "
                        + precedent.released() + " were released" + last;
    }

    private static String sentence(MissingTranslation missing, String means, TreeSet<String> places) {
        String named = String.join(", ", places.stream().limit(NAMED).toList());
        return missing.word() + " means " + means + " for " + named
                + (places.size() > NAMED ? " and " + (places.size() - NAMED) + " more" : "") + ".";
    }
}
