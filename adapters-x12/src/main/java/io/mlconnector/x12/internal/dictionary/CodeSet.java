package io.mlconnector.x12.internal.dictionary;

import io.mlconnector.x12.internal.syntax.SegmentCursor;

/** A set of codes that can be queried without building a string: codes of up to seven characters as numbers. */
public final class CodeSet {
    /** The open list: it contains every code. */
    public static final CodeSet OPEN = new CodeSet();

    private final long[] slots;

    private CodeSet(String... codes) {
        slots = new long[codes.length == 0 ? 0 : Integer.highestOneBit(codes.length) * 4];
        for (String code : codes) {
            put(number(code));
        }
    }

    static CodeSet of(String... codes) {
        return new CodeSet(codes);
    }

    private void put(long number) {
        int slot = slot(number);
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = number;
    }

    private int slot(long number) {
        return (int) ((number * 0x9E3779B97F4A7C15L) >>> 40) & (slots.length - 1);
    }

    private static long number(String code) {
        long number = 0;
        for (int i = 0; i < code.length(); i++) {
            number = (number << 8) | code.charAt(i);
        }
        return number;
    }

    /** Whether the element contains a known code; letters are compared without regard to case. */
    public boolean holds(SegmentCursor segment, int element) {
        if (slots.length == 0) {
            return true;
        }
        long number = segment.packed(element);
        return number >= 0 && holds(number);
    }

    private boolean holds(long number) {
        int slot = slot(number);
        while (slots[slot] != 0) {
            if (slots[slot] == number) {
                return true;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return false;
    }

    /** Whether the code is known. */
    public boolean holds(String code) {
        return slots.length == 0 || holds(number(code));
    }
}
