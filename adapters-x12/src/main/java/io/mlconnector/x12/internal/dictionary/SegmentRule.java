package io.mlconnector.x12.internal.dictionary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A segment as a release defines it, prepared for a quick check. Never changed. */
public final class SegmentRule {
    private final String tag;
    private final List<ElementRule> elements;
    private final List<RelationalNote> notes;
    private final ElementRule[] inOrder;
    private final long mandatory;
    private final long pairs;
    private final RelationalNote[] otherNotes;

    /** The empty rule: defines no elements. */
    public static final SegmentRule NONE = new SegmentRule("", List.of(), List.of());

    private SegmentRule(String tag, List<ElementRule> elements, List<RelationalNote> notes) {
        this.tag = tag;
        this.elements = List.copyOf(elements);
        this.notes = List.copyOf(notes);
        this.inOrder = elements.toArray(ElementRule[]::new);
        long needed = 0;
        for (int i = 0; i < inOrder.length; i++) {
            needed |= inOrder[i].mandatory() ? 2L << i : 0;
        }
        this.mandatory = needed;
        this.pairs = notes.stream()
                .filter(RelationalNote::isPair)
                .mapToLong(note -> Long.lowestOneBit(note.mask()))
                .reduce(0, (one, other) -> one | other);
        this.otherNotes = notes.stream().filter(note -> !note.isPair()).toArray(RelationalNote[]::new);
    }

    /** Reads a line like {@code CTT M/N0/1-6/354 O/R/1-10/347 | P0304}. */
    static SegmentRule parse(String line, CodeLists lists, Map<String, SegmentRule> composites) {
        String[] halves = line.split(" \\| ");
        String[] words = halves[0].split(" ");
        List<ElementRule> elements = Arrays.stream(words)
                .skip(1)
                .map(word -> ElementRule.parse(word, lists, composites))
                .toList();
        List<RelationalNote> notes = halves.length == 1
                ? List.of()
                : Arrays.stream(halves[1].split(" ")).map(RelationalNote::parse).toList();
        return new SegmentRule(words[0], elements, notes);
    }

    /** Its tag. */
    public String tag() {
        return tag;
    }

    /** Its elements in order. */
    public List<ElementRule> elements() {
        return elements;
    }

    /** The conditions between its elements. */
    public List<RelationalNote> notes() {
        return notes;
    }

    /** How many elements it has. */
    public int size() {
        return inOrder.length;
    }

    /** One of its elements, first = 1. */
    public ElementRule element(int position) {
        return inOrder[position - 1];
    }

    /** The elements that must not be empty: bit 1 for the first. */
    public long mandatory() {
        return mandatory;
    }

    /**
     * Whether no condition between elements is broken.
     *
     * @param present which elements are there: bit 1 for the first
     */
    public boolean related(long present) {
        if (((present ^ (present >>> 1)) & pairs) != 0) {
            return false;
        }
        for (RelationalNote note : otherNotes) {
            if (note.brokenAt(present) > 0) {
                return false;
            }
        }
        return true;
    }
}
