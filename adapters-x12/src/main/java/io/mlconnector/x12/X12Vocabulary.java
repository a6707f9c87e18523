package io.mlconnector.x12;

import io.mlconnector.domain.interchange.Release;
import io.mlconnector.x12.internal.dictionary.Dictionary;
import io.mlconnector.x12.internal.dictionary.Loop;
import io.mlconnector.x12.internal.dictionary.Loop.Item;
import io.mlconnector.x12.internal.dictionary.Names;
import io.mlconnector.x12.internal.dictionary.SegmentRule;
import io.mlconnector.x12.internal.syntax.Tag;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The vocabulary of the standard, for validating guides and profiles: the transaction sets, loops, segments and
 * elements there are in the releases that we know, taken together.
 */
public final class X12Vocabulary {
    private final Map<String, Map<String, Set<String>>> places = new TreeMap<>();

    /** The words of both releases. */
    public X12Vocabulary() {
        for (Release release : Release.values()) {
            Dictionary dictionary = Dictionary.of(release);
            for (String set : dictionary.sets()) {
                dictionary
                        .structure(set)
                        .ifPresent(structure ->
                                collect(structure, places.computeIfAbsent(set, ignored -> new TreeMap<>())));
            }
        }
    }

    private static void collect(Loop loop, Map<String, Set<String>> loops) {
        for (Item item : loop.items()) {
            loops.computeIfAbsent(item.place().tag(), ignored -> new TreeSet<>())
                    .add(item.place().loop());
            item.inner().forEach(inner -> collect(inner, loops));
        }
    }

    /** The transaction sets, such as {@code 810}. */
    public Set<String> sets() {
        return Set.copyOf(places.keySet());
    }

    /** The segments of a set; empty if there is no such set. */
    public Set<String> segments(String set) {
        return Set.copyOf(places.getOrDefault(set, Map.of()).keySet());
    }

    /**
     * The loops of a set in which a segment may stand, such as {@code IT1/PID}; the empty text for header and summary.
     * A segment that opens a loop belongs to that loop.
     */
    public Set<String> loops(String set, String segment) {
        return Set.copyOf(places.getOrDefault(set, Map.of()).getOrDefault(segment, Set.of()));
    }

    /** How many elements a segment has; 0 if we have no table for it. */
    public int elements(String segment) {
        return Arrays.stream(Release.values())
                .map(release -> Dictionary.of(release).segment(Tag.of(segment)))
                .flatMap(Optional::stream)
                .mapToInt(SegmentRule::size)
                .max()
                .orElse(0);
    }

    /** What an element is called; empty if we have no name for it. */
    public String name(String segment, int element) {
        return Names.all().element(segment, element).orElse("");
    }

    /** What a segment is called; empty if we have no name for it. */
    public String name(String segment) {
        return Names.all().segment(segment).orElse("");
    }
}
