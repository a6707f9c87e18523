package io.mlconnector.x12.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The segment at which a cursor stands: its tag, its elements, its place. Holds the positions of its elements and copies
 * nothing; a string is built only when a text is requested.
 */
public abstract sealed class Segment permits SegmentCursor {
    /** How many characters fit into a number, eight bits each, that is not negative. */
    private static final int LONGEST_CODE = 7;

    final SourceText source;
    final byte[] kinds;
    private final Codes codes = new Codes();
    private final int component;

    // Set by the cursor as it moves, or by readTag.
    byte[] bytes;
    int start;
    int end;
    private int tag;
    private String tagText = "";
    private boolean lowerCase;
    boolean terminated;
    int flags;
    int written;
    int elements;
    int[] from = new int[40];
    int[] to = new int[40];
    int inFile;
    int inSet;

    /** Before the first segment after a header. */
    Segment(SourceText source, InterchangeHeader header, int segmentsBefore) {
        this.source = source;
        this.bytes = source.bytes();
        this.kinds = ByteKinds.of(header);
        this.component = header.componentSeparator();
        this.inFile = segmentsBefore;
    }

    /** Reads the tag anew, from what is now the first element. */
    final void readTag() {
        int begin = from[0];
        int length = to[0] - begin;
        lowerCase = false;
        if (length > 3) {
            tag = Tag.NONE;
            int stop = begin;
            while (stop < to[0] && stop < begin + 20 && source.alphanumeric(stop)) {
                stop++;
            }
            tagText = source.text(begin, stop);
            return;
        }
        int number = 0;
        for (int i = begin; i < begin + length; i++) {
            int character = bytes[i] & 0xff;
            if (character >= 'a' && character <= 'z') {
                lowerCase = true;
                character -= 0x20;
            }
            number = (number << 8) | character;
        }
        tag = number;
        if (number == Tag.NONE) {
            tagText = "";
        }
    }

    /** Where the segment begins. */
    public final int start() {
        return start;
    }

    /** The tag as a number, upper case; {@link Tag#NONE} if it has more than three characters. */
    public final int tag() {
        return tag;
    }

    /** The tag, upper case; of one that is too long its first letters and digits as written, at most twenty. */
    public final String tagText() {
        return tag == Tag.NONE ? tagText : Tag.name(tag);
    }

    /** Whether the tag contains lower-case letters. */
    public final boolean lowerCase() {
        return lowerCase;
    }

    /** Whether the segment has its terminator. */
    public final boolean terminated() {
        return terminated;
    }

    /** Whether any element contains a control character. */
    public final boolean control() {
        return (flags & ByteKinds.CONTROL) != 0;
    }

    /** Whether any element contains the component or the repetition separator. */
    public final boolean divided() {
        return (flags & (ByteKinds.COMPONENT | ByteKinds.REPETITION)) != 0;
    }

    /** Whether the byte at a position is the component separator. */
    public final boolean isComponentSeparator(int position) {
        return kinds[at(position)] == ByteKinds.COMPONENT;
    }

    /** Whether the byte at a position is the repetition separator. */
    public final boolean isRepetitionSeparator(int position) {
        return kinds[at(position)] == ByteKinds.REPETITION;
    }

    /** How many elements there are up to the last one that is not empty. */
    public final int elements() {
        return elements;
    }

    /** How many elements were written, empty ones at the end included. */
    public final int written() {
        return written;
    }

    /** Whether an element is missing, empty or all blank. */
    public final boolean isEmpty(int element) {
        return element > elements || from[element] == to[element];
    }

    /** Where an element begins. */
    public final int from(int element) {
        return from[element];
    }

    /** Where an element ends, trailing blanks left out: they do not belong to a value. */
    public final int to(int element) {
        return to[element];
    }

    /** An element as text; empty if it is missing. */
    public final String text(int element) {
        return isEmpty(element) ? "" : source.text(from[element], to[element]);
    }

    /** An element as text without blanks around it. */
    public final String stripped(int element) {
        if (isEmpty(element)) {
            return "";
        }
        int begin = from[element];
        int stop = to[element];
        return bytes[begin] > ' ' && bytes[stop - 1] > ' '
                ? source.text(begin, stop)
                : source.text(Pads.begin(bytes, begin, stop), stop).strip();
    }

    /** An element as text without blanks around it, for codes and ids: a short one is made only once. */
    public final String code(int element) {
        long number = isEmpty(element) ? 0 : packed(element, false);
        return number > 0 ? codes.text(number) : stripped(element);
    }

    /** The same in upper case. */
    public final String upperCode(int element) {
        long number = isEmpty(element) ? 0 : packed(element, true);
        return number > 0 ? codes.text(number) : stripped(element).toUpperCase(Locale.ROOT);
    }

    /**
     * An element of up to seven characters as a number, eight bits each, in upper case.
     *
     * @return -1 if it is longer or holds anything but visible ASCII characters
     */
    public final long packed(int element) {
        return isEmpty(element) ? -1 : packed(element, true);
    }

    private long packed(int element, boolean upper) {
        int begin = from[element];
        int stop = to[element];
        if (stop - begin > LONGEST_CODE) {
            return -1;
        }
        long number = 0;
        for (int i = begin; i < stop; i++) {
            int character = bytes[i];
            if (character <= ' ') {
                return -1;
            }
            number = (number << 8) | (upper && character >= 'a' && character <= 'z' ? character - 0x20 : character);
        }
        return number;
    }

    /** The segment as received, elements separated by {@code *}; at most {@code most} characters. */
    public final String line(int most) {
        var line = new StringBuilder(tagText());
        for (int i = 1; i <= elements && line.length() < most; i++) {
            line.append('*').append(text(i));
        }
        return line.length() > most ? line.substring(0, most) : line.toString();
    }

    /** How many components an element has; empty ones at the end count. */
    public final int components(int element) {
        if (isEmpty(element)) {
            return 0;
        }
        int count = 1;
        for (int i = from[element]; i < to[element]; i++) {
            count += component >= 0 && (bytes[i] & 0xff) == component ? 1 : 0;
        }
        return count;
    }

    /** A component of an element as text, first = 1; empty if it is missing. */
    public final String component(int element, int number) {
        if (isEmpty(element)) {
            return "";
        }
        int begin = from[element];
        int count = 1;
        for (int i = begin; i <= to[element]; i++) {
            if (i == to[element] || (component >= 0 && (bytes[i] & 0xff) == component)) {
                if (count == number) {
                    return source.text(begin, i).strip();
                }
                count++;
                begin = i + 1;
            }
        }
        return "";
    }

    /** All components of an element as texts, empty ones included; none of an empty element. */
    public final List<String> parts(int element) {
        if (isEmpty(element)) {
            return List.of();
        }
        var parts = new ArrayList<String>();
        int begin = from[element];
        for (int i = begin; i <= to[element]; i++) {
            if (i == to[element] || (component >= 0 && (bytes[i] & 0xff) == component)) {
                parts.add(source.text(begin, i).strip());
                begin = i + 1;
            }
        }
        return parts;
    }

    /** One byte of the text as a number from 0 to 255. */
    public final int at(int position) {
        return bytes[position] & 0xff;
    }

    /** Position of the segment in the file, the first header = 1. */
    public final int inFile() {
        return inFile;
    }

    /** Position of the segment in its transaction set, ST = 1; meaningless outside of one. */
    public final int inSet() {
        return inSet;
    }

    /** Counts this segment as the first of a transaction set. */
    public final void beginSet() {
        inSet = 1;
    }

    /** Where the segment ends in the file as received, terminator included. */
    public final long endOffset() {
        return source.inFile(end - 1) + 1;
    }

    /** Where the segment begins in the file as received. */
    public final long offset() {
        return source.inFile(start);
    }

    /** Where an element begins in the file as received; the segment for element 0 or a missing one. */
    public final long offset(int element) {
        return element > 0 && element <= written ? source.inFile(from[element]) : offset();
    }

    /** The bytes to which positions refer; read-only. */
    final byte[] bytes() {
        return bytes;
    }
}
