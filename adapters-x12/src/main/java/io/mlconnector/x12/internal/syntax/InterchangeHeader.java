package io.mlconnector.x12.internal.syntax;

import java.util.Arrays;
import java.util.Optional;

/**
 * The ISA segment: the only one of fixed width, which also defines the delimiters of the interchange (reference x12,
 * section 1.1). A header of the wrong width is accepted too if valid content follows.
 */
public final class InterchangeHeader {
    /** Width of the segment, terminator included. */
    public static final int WIDTH = 106;

    private static final int[] SEPARATORS = {3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103};
    private static final int WIDEST = 260;

    private static final int LOOK_AHEAD = WIDEST + 16;

    private final String[] elements = new String[17];
    private final long[] offsets = new long[17];
    private final int end;
    private final int separator;
    private final int component;
    private final int terminator;
    private final byte[] more;
    private final int repetition;
    private final boolean exact;
    private final boolean lowerCase;
    private final boolean componentLeftOut;

    /** Copies the required values, so that the window may move; never ISA02 and ISA04, which may hold a password. */
    private InterchangeHeader(SourceText source, int start, int[] separators, HeaderEnd found) {
        this.end = found.next();
        this.separator = source.at(start + 3);
        this.component = found.component();
        this.terminator = found.terminator();
        this.more = Arrays.copyOfRange(source.bytes(), found.at() + 1, found.next());
        offsets[0] = source.inFile(start);
        elements[0] = "";
        for (int i = 1; i <= 16; i++) {
            int from = separators[i - 1] + 1;
            int to = i < separators.length ? separators[i] : from;
            offsets[i] = source.inFile(from);
            elements[i] = i == 2 || i == 4 ? "" : stripped(source, from, Math.max(from, to));
        }
        this.exact = found.at() - start == WIDTH - 1 && separators[15] - start == SEPARATORS[15];
        this.lowerCase = source.at(start) == 'i' || source.at(start + 1) == 's' || source.at(start + 2) == 'a';
        this.repetition = repetition(source, separators);
        this.componentLeftOut = component < 0 || pushedAside(source);
    }

    private static String stripped(SourceText source, int from, int to) {
        int begin = Pads.begin(source.bytes(), from, to);
        return source.text(begin, Pads.end(source.bytes(), begin, to)).strip();
    }

    /**
     * Reads the header that begins at {@code start}.
     *
     * @return empty if there is none, or if its delimiters cannot be determined
     */
    public static Optional<InterchangeHeader> at(SourceText source, int start) {
        if (!announced(source, start)) {
            return Optional.empty();
        }
        source.reach(start + LOOK_AHEAD);
        Optional<InterchangeHeader> exact = byPosition(source, start);
        return exact.isPresent() ? exact : byCounting(source, start);
    }

    /** Whether {@code ISA}, a separator, two characters and the same separator begin here. */
    public static boolean announced(SourceText source, int start) {
        return start + 7 <= source.length()
                && (source.at(start) | 0x20) == 'i'
                && (source.at(start + 1) | 0x20) == 's'
                && (source.at(start + 2) | 0x20) == 'a'
                && source.at(start + 3) == source.at(start + 6)
                && !source.alphanumeric(start + 3)
                && authorizationQualifier(source, start + 4)
                && authorizationQualifier(source, start + 5);
    }

    private static boolean authorizationQualifier(SourceText source, int position) {
        return source.at(position) >= '0' && source.at(position) <= '9';
    }

    private static Optional<InterchangeHeader> byPosition(SourceText source, int start) {
        if (start + WIDTH > source.length()) {
            return Optional.empty();
        }
        int separator = source.at(start + 3);
        int[] places = new int[SEPARATORS.length];
        for (int i = 0; i < SEPARATORS.length; i++) {
            places[i] = start + SEPARATORS[i];
            if (source.at(places[i]) != separator) {
                return Optional.empty();
            }
        }
        return HeaderEnd.at(source, start + WIDTH - 2, separator, true)
                .map(found -> new InterchangeHeader(source, start, places, found));
    }

    private static Optional<InterchangeHeader> byCounting(SourceText source, int start) {
        int separator = source.at(start + 3);
        int[] places = new int[SEPARATORS.length];
        int counted = 0;
        int limit = Math.min(source.length() - 1, start + WIDEST);
        for (int i = start + 3; i < limit && counted < places.length; i++) {
            if (source.at(i) == separator) {
                places[counted++] = i;
            }
        }
        if (counted < places.length) {
            return Optional.empty();
        }
        int last = places[places.length - 1];
        return HeaderEnd.at(source, last + 1, separator, false)
                .map(found -> new InterchangeHeader(source, start, places, found));
    }

    /** Where the segment after it begins. */
    public int end() {
        return end;
    }

    /** An element without its padding; ISA01 is 1. Not for ISA02 and ISA04, which may hold a password. */
    public String element(int number) {
        if (number == 2 || number == 4) {
            throw new IllegalArgumentException("ISA02 and ISA04 are not read");
        }
        return elements[number];
    }

    /** Where an element begins in the file as received; 0 for the header itself, ISA01 is 1. */
    public long offset(int number) {
        return offsets[number];
    }

    /** The byte between elements. */
    public int elementSeparator() {
        return separator;
    }

    /** The byte between components; -1 if the header leaves it out. */
    public int componentSeparator() {
        return componentLeftOut ? -1 : component;
    }

    /** The byte after each segment; the first one of a terminator of several. */
    public int terminator() {
        return terminator;
    }

    /** The bytes of the terminator after its first; none if it is a single byte, as the standard wants. */
    byte[] terminatorRest() {
        return more;
    }

    /** Whether the terminator has more than one byte. */
    public boolean longTerminator() {
        return more.length > 0;
    }

    /**
     * The byte between repetitions; -1 if there is none. ISA11 is one only from 00402 on and only if it is no letter,
     * digit or blank (reference x12, section 14, row 18).
     */
    public int repetitionSeparator() {
        return repetition;
    }

    private int repetition(SourceText source, int[] separators) {
        int position = separators[10] + 1;
        int sign = source.at(position);
        boolean single = separators[11] - separators[10] == 2;
        boolean usual = !single || sign == ' ' || source.alphanumeric(position);
        return usual || element(12).compareTo("00402") < 0 ? -1 : sign;
    }

    /** Whether the header has the width required by the standard. */
    public boolean exact() {
        return exact;
    }

    /** Whether {@code ISA} is written in lower case. */
    public boolean lowerCase() {
        return lowerCase;
    }

    /**
     * Whether ISA16 was omitted, so that the terminator is in its place and the line end after it in the place of
     * the terminator. Recognised by the next segment: it ends with both.
     */
    public boolean componentLeftOut() {
        return componentLeftOut;
    }

    private boolean pushedAside(SourceText source) {
        if ((terminator != '\n' && terminator != '\r') || more.length > 0) {
            return false;
        }
        int next = source.skipFillerNear(end);
        source.reach(next + WIDEST);
        int limit = Math.min(source.length(), next + WIDEST);
        for (int i = next; i < limit; i++) {
            if (source.at(i) == terminator) {
                int last = i - 1;
                while (last > next && source.at(last) == ' ') {
                    last--;
                }
                return last > next && source.at(last) == component;
            }
        }
        return false;
    }

    /** The terminator that a forgotten ISA16 pushed aside and that now trails every segment; -1 if there is none. */
    int trailing() {
        return component >= 0 && componentLeftOut ? component : -1;
    }
}
