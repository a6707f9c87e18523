package io.mlconnector.console.cause;

import io.mlconnector.console.page.Figures;
import io.mlconnector.domain.words.Condition;
import io.mlconnector.domain.words.DocumentId;
import io.mlconnector.domain.words.Problem;
import io.mlconnector.engine.cause.CauseFixing.Became;
import io.mlconnector.ports.journal.document.DocumentRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a fix until now: of its documents those that went on, and those that stand still.
 *
 * @param on how many went on and do not stand still now
 * @param again how many were let go on and stand still again by themselves
 * @param back how many were taken back, so that they stand still because somebody wanted it
 * @param left how many the fix left as they were
 * @param beyond how many of those that were let go on cannot be taken back any more: they were sent, or may have been, or ended otherwise
 * @param why those that stopped again stand still, by reason in words
 */
public record Outcome(int on, int again, int back, int left, int beyond, Map<String, Integer> why) {

    private static final int MOST_NAMED = 3;

    public Outcome {
        why = Map.copyOf(why);
    }

    /**
     * Of a fix.
     *
     * @param now its documents as they are now
     */
    public static Outcome of(FixRun run, Collection<DocumentRecord> now) {
        Set<DocumentId> left = run.refused().stream().map(Became::document).collect(Collectors.toSet());
        List<DocumentRecord> standing = now.stream()
                .filter(document -> !left.contains(document.id()))
                .filter(document -> document.condition() == Condition.HELD || document.condition() == Condition.FAILED)
                .toList();
        Map<String, Integer> why = new TreeMap<>();
        standing.stream()
                .filter(document -> !run.back(document.id()))
                .forEach(document -> why.merge(
                        document.reason()
                                .map(Problem::code)
                                .orElse("no reason told")
                                .replace('-', ' '),
                        1,
                        Integer::sum));
        int again = why.values().stream().mapToInt(Integer::intValue).sum();
        int back = run.back();
        return new Outcome(
                Math.max(0, run.on() - again - back),
                again,
                back,
                run.ended() ? run.of() - run.on() : run.refused().size(),
                (int) now.stream()
                        .filter(document -> !left.contains(document.id()) && !run.back(document.id()))
                        .filter(Outcome::beyond)
                        .count(),
                why);
    }

    private static boolean beyond(DocumentRecord document) {
        return document.state().mayHaveWritten()
                || document.condition() == Condition.DISCARDED
                || document.condition() == Condition.DUPLICATE;
    }

    /** Those that stand still, and why, in a few words; empty if none does. */
    public String standing() {
        List<String> parts = new ArrayList<>();
        why.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMED)
                .forEach(one -> parts.add(Figures.count(one.getValue()) + " for " + one.getKey()));
        int named = why.values().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .limit(MOST_NAMED)
                .mapToInt(Integer::intValue)
                .sum();
        if (again > named) {
            parts.add(Figures.count(again - named) + " for other reasons");
        }
        if (left > 0) {
            parts.add(Figures.count(left) + " left as " + (left == 1 ? "it was" : "they were"));
        }
        if (back > 0) {
            parts.add(Figures.count(back) + " taken back");
        }
        return String.join(", ", parts);
    }

    /** How many stand still. */
    public int still() {
        return again + back + left;
    }
}
