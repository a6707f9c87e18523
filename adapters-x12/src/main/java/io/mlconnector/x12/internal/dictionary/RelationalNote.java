package io.mlconnector.x12.internal.dictionary;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition between elements of a segment (reference x12, section 10, relational notes).
 *
 * @param kind how the elements depend on each other
 * @param elements their positions
 * @param mask a bit for each of them: bit 1 for the first element of the segment
 */
public record RelationalNote(Kind kind, List<Integer> elements, long mask) {
    /** Kinds of conditions. */
    public enum Kind {
        /** All or none. */
        P,
        /** At least one. */
        R,
        /** Not more than one. */
        E,
        /** If the first, then all others. */
        C,
        /** If the first, then at least one of the others. */
        L
    }

    /** Keeps its own list. */
    public RelationalNote {
        elements = List.copyOf(elements);
    }

    /** Reads {@code P020304}. */
    static RelationalNote parse(String text) {
        var elements = new ArrayList<Integer>();
        for (int i = 1; i < text.length(); i += 2) {
            elements.add(Integer.parseInt(text.substring(i, i + 2)));
        }
        long mask = elements.stream().mapToLong(element -> 1L << element).sum();
        return new RelationalNote(Kind.valueOf(text.substring(0, 1)), elements, mask);
    }

    /** Whether it requires both or none of two adjacent elements. */
    boolean isPair() {
        long lowest = Long.lowestOneBit(mask);
        return kind == Kind.P && mask == (lowest | (lowest << 1));
    }

    /**
     * The element that breaks the condition.
     *
     * @param present which elements are there: bit 1 for the first
     * @return its position; 0 if all is well
     */
    public int brokenAt(long present) {
        long given = present & mask;
        if (given == mask ? kind != Kind.E : given == 0 && kind != Kind.R) {
            return 0;
        }
        int count = 0;
        int missing = 0;
        int extra = 0;
        for (int i = 0; i < elements.size(); i++) {
            int element = elements.get(i);
            if (((present >>> element) & 1) != 0) {
                count++;
                extra = element;
            } else if (missing == 0) {
                missing = element;
            }
        }
        boolean first = ((present >>> elements.get(0)) & 1) != 0;
        return switch (kind) {
            case P -> count > 0 ? missing : 0;
            case R -> count == 0 ? elements.get(0) : 0;
            case E -> count > 1 ? extra : 0;
            case C -> first ? missing : 0;
            case L -> first && count == 1 ? elements.get(1) : 0;
        };
    }

    /** The note as the standard writes it. */
    @Override
    public String toString() {
        var text = new StringBuilder(kind.name());
        elements.forEach(element -> text.append(element < 10 ? "0" : "").append(element));
        return text.toString();
    }
}
