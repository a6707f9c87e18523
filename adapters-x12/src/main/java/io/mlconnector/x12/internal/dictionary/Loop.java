package io.mlconnector.x12.internal.dictionary;

import java.util.List;

/**
 * A loop of a transaction set: segments and inner loops in the order in which they may come. The set itself is the
 * outermost loop. Prepared so that the place of a tag is found without a search. Never changed.
 */
public final class Loop {
    private static final int NONE = -1;

    private final String path;
    private final List<Item> items;
    private final boolean demanding;
    private final Item[] inOrder;
    private final int[] slotTags;
    private final int[] slotFirsts;
    private final int[] nextOfTag;
    private final int[] nextNeeded;

    private Loop(String path, List<Item> items) {
        this.path = path;
        this.items = List.copyOf(items);
        this.inOrder = items.toArray(Item[]::new);
        this.demanding = items.stream().anyMatch(item -> item.necessity() != Necessity.OPTIONAL);
        int slots = Integer.highestOneBit(inOrder.length + 1) * 4;
        this.slotTags = new int[slots];
        this.slotFirsts = new int[slots];
        this.nextOfTag = new int[inOrder.length];
        this.nextNeeded = new int[inOrder.length + 1];
        nextNeeded[inOrder.length] = inOrder.length;
        for (int i = inOrder.length - 1; i >= 0; i--) {
            nextNeeded[i] = inOrder[i].necessity() == Necessity.OPTIONAL ? nextNeeded[i + 1] : i;
            // The first segment of an open loop starts a new occurrence; the enclosing loop handles it.
            if (i > 0 || path.isEmpty()) {
                int slot = slot(inOrder[i].tag());
                nextOfTag[i] = slotTags[slot] == 0 ? NONE : slotFirsts[slot];
                slotTags[slot] = inOrder[i].tag();
                slotFirsts[slot] = i;
            }
        }
    }

    static Loop of(String path, List<Item> items) {
        return new Loop(path, items);
    }

    private int slot(int tag) {
        int slot = ((tag * 0x9E3779B9) >>> 16) & (slotTags.length - 1);
        while (slotTags[slot] != tag && slotTags[slot] != 0) {
            slot = (slot + 1) & (slotTags.length - 1);
        }
        return slot;
    }

    /** The first segments of the loops around and of this one, such as {@code IT1/N1}; empty for the set. */
    public String path() {
        return path;
    }

    /** What it is made of. */
    public List<Item> items() {
        return items;
    }

    /** Whether one of its items is mandatory. */
    public boolean demanding() {
        return demanding;
    }

    /** How many items it has. */
    public int size() {
        return inOrder.length;
    }

    /** One of its items, first = 0. */
    public Item item(int index) {
        return inOrder[index];
    }

    /** The first item with a tag at or after {@code from}, but not the segment that opens the loop; -1 if none. */
    public int find(int tag, int from) {
        int slot = slot(tag);
        int index = slotTags[slot] == 0 ? NONE : slotFirsts[slot];
        while (index >= 0 && index < from) {
            index = nextOfTag[index];
        }
        return index;
    }

    /** The first item at or after {@code from} that must not be missing; {@link #size()} if none. */
    public int nextNeeded(int from) {
        return nextNeeded[from];
    }

    /**
     * One place in a loop.
     *
     * @param tag tag of the segment as a number; for an inner loop of its first segment
     * @param necessity whether it may be missing
     * @param most how often it may come
     * @param inner the inner loop that the segment opens; an empty list if it opens none
     * @param place the place reported for a segment here
     */
    public record Item(int tag, Necessity necessity, int most, List<Loop> inner, Place place) {
        /** Keeps its own list. */
        public Item {
            inner = List.copyOf(inner);
        }
    }

    /** What it means if a segment is missing. */
    public enum Necessity {
        OPTIONAL,
        MANDATORY,
        /** Mandatory, and without it the set is of no use to us. */
        ESSENTIAL
    }
}
