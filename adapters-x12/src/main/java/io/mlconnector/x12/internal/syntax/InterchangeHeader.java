package io.mlconnector.x12.internal.syntax;

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
    private final int repetition;
    private final boolean exact;
    private final boolean lowerCase;
    private final boolean componentLeftOut;

    /** Copies the required values, so that the window may move; never ISA02 and ISA04, which may hold a password. */
    private InterchangeHeader(SourceText source, int start, int[] separators, int end, int component, int terminator) {
        this.end = end;
        this.separator = source.at(start + 3);
        this.component = component;
        this.terminator = terminator;
        offsets[0] = source.inFile(start);
        elements[0] = "";
        for (int i = 1; i <= 16; i++) {
            int from = separators[i - 1] + 1;
            int to = i < separators.length ? separators[i] : from;
            offsets[i] = source.inFile(from);
            elements[i] = i == 2 || i == 4
                    ? ""
                    : source.text(from, Math.max(from, to)).strip();
        }
        this.exact = end - start == WIDTH && separators[15] - start == SEPARATORS[15];
        this.lowerCase = source.at(start) == 'i' || source.at(start + 1) == 's' || source.at(start + 2) == 'a';
        this.repetition = repetition(source, separators);
        this.componentLeftOut = component < 0 || pushedAside(source);
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
        int component = source.at(start + 104);
        int terminator = source.at(start + 105);
        if (!delimiters(source, start + 104, separator, component, terminator)) {
            return Optional.empty();
        }
        return Optional.of(new InterchangeHeader(source, start, places, start + WIDTH, component, terminator));
    }

    private static boolean delimiters(SourceText source, int position, int separator, int component, int terminator) {
        return !source.alphanumeric(position)
                && !source.alphanumeric(position + 1)
                && component != separator
                && terminator != separator
                && component != terminator;
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
        int component = source.at(last + 1);
        if (last + 2 < source.length()
                && delimiters(source, last + 1, separator, component, source.at(last + 2))
                && opensContent(source, source.skipFillerNear(last + 3), separator)) {
            return Optional.of(new InterchangeHeader(source, start, places, last + 3, component, source.at(last + 2)));
        }
        if (!source.alphanumeric(last + 1) && opensContent(source, source.skipFillerNear(last + 2), separator)) {
            return Optional.of(new InterchangeHeader(source, start, places, last + 2, -1, component));
        }
        return Optional.empty();
    }

    private static boolean opensContent(SourceText source, int position, int separator) {
        return segmentIs("GS", source, position, separator)
                || segmentIs("TA1", source, position, separator)
                || segmentIs("IEA", source, position, separator)
                || segmentIs("ISB", source, position, separator)
                || segmentIs("ISE", source, position, separator);
    }

    private static boolean segmentIs(String tag, SourceText source, int position, int separator) {
        source.reach(position + tag.length() + 1);
        if (position + tag.length() >= source.length() || source.at(position + tag.length()) != separator) {
            return false;
        }
        for (int i = 0; i < tag.length(); i++) {
            if (Character.toUpperCase(source.at(position + i)) != tag.charAt(i)) {
                return false;
            }
        }
        return true;
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

    /** The byte after each segment. */
    public int terminator() {
        return terminator;
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
        if (terminator != '\n' && terminator != '\r') {
            return false;
        }
        int next = source.skipFillerNear(end);
        source.reach(next + WIDEST);
        int limit = Math.min(source.length(), next + WIDEST);
        for (int i = next; i < limit; i++) {
            if (source.at(i) == terminator) {
                return i > next && source.at(i - 1) == component;
            }
        }
        return false;
    }

    /** The terminator that a forgotten ISA16 pushed aside and that now trails every segment; -1 if there is none. */
    int trailing() {
        return component >= 0 && componentLeftOut ? component : -1;
    }
}
