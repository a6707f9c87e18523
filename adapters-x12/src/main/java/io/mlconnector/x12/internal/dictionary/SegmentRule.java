package io.mlconnector.x12.internal.dictionary;

import java.util.Arrays;
import java.util.List;

/**
 * A segment as a release defines it.
 *
 * @param tag its tag
 * @param elements its elements in order
 * @param notes the conditions between them
 */
public record SegmentRule(String tag, List<ElementRule> elements, List<RelationalNote> notes) {
    /** Keeps its own lists. */
    public SegmentRule {
        elements = List.copyOf(elements);
        notes = List.copyOf(notes);
    }

    /** Reads a line like {@code CTT M/N0/1-6/354 O/R/1-10/347 | P0304}. */
    static SegmentRule parse(String line, CodeLists lists) {
        String[] halves = line.split(" \\| ");
        String[] words = halves[0].split(" ");
        List<ElementRule> elements = Arrays.stream(words)
                .skip(1)
                .map(word -> ElementRule.parse(word, lists))
                .toList();
        List<RelationalNote> notes = halves.length == 1
                ? List.of()
                : Arrays.stream(halves[1].split(" ")).map(RelationalNote::parse).toList();
        return new SegmentRule(words[0], elements, notes);
    }
}
