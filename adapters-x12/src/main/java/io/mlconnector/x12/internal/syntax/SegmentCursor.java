package io.mlconnector.x12.internal.syntax;

import java.util.Arrays;

/**
 * Walks through the segments of one interchange. Holds the positions of the present segment's elements and copies
 * nothing; a string is built when somebody asks for a text. Empty segments are skipped and not counted, and so is filler
 * around segments (reference x12, section 14, rows 1, 2, 9 and 10).
 */
public final class SegmentCursor {
    private static final byte SEPARATOR = 1;
    private static final byte TERMINATOR = 2;
    private static final byte FILLER = 4;
    private static final byte CONTROL = 8;
    private static final byte REPETITION = 16;
    private static final byte COMPONENT = 32;

    private final SourceText source;
    private final byte[] bytes;
    private final byte[] kinds = new byte[256];
    private final int component;
    private final int trailing;
    private final int limit;
    private int next;
    private int start;
    private int end;
    private int tag;
    private boolean lowerCase;
    private boolean terminated;
    private int flags;
    private int written;
    private int elements;
    private int[] from = new int[40];
    private int[] to = new int[40];
    private int inFile;
    private int inSet;

    /**
     * A cursor before the first segment after a header.
     *
     * @param header the header
     * @param limit where the next interchange or the end of the text is
     * @param segmentsBefore how many segments the file has up to and including the header
     */
    public SegmentCursor(SourceText source, InterchangeHeader header, int limit, int segmentsBefore) {
        this.source = source;
        this.bytes = source.bytes();
        this.limit = limit;
        this.next = header.end();
        this.component = header.componentSeparator();
        this.trailing = header.trailing();
        this.inFile = segmentsBefore;
        for (int i = 0; i < 32; i++) {
            kinds[i] = CONTROL;
        }
        kinds[0x7f] = CONTROL;
        for (int i = 0; i < 256; i++) {
            if (SourceText.isFiller(i)) {
                kinds[i] |= FILLER;
            }
        }
        if (component >= 0) {
            kinds[component] = COMPONENT;
        }
        if (header.repetitionSeparator() >= 0) {
            kinds[header.repetitionSeparator()] = REPETITION;
        }
        kinds[header.terminator()] = TERMINATOR;
        kinds[header.elementSeparator()] = SEPARATOR;
    }

    /** Where something other than filler and empty segments comes next. */
    public int positionAfterEmptySegments() {
        int position = next;
        while (position < limit && (kinds[bytes[position] & 0xff] & (FILLER | TERMINATOR)) != 0) {
            position++;
        }
        return position;
    }

    /** Goes to the next segment; false if there is none. */
    public boolean next() {
        int position = positionAfterEmptySegments();
        if (position >= limit) {
            next = position;
            return false;
        }
        start = position;
        scan(position);
        inFile++;
        inSet++;
        return true;
    }

    private void scan(int begin) {
        int count = 0;
        int seen = 0;
        int elementStart = begin;
        int position = begin;
        boolean closed = false;
        while (position < limit) {
            byte kind = kinds[bytes[position] & 0xff];
            if (kind != 0) {
                if (kind == SEPARATOR) {
                    close(count++, elementStart, position);
                    elementStart = position + 1;
                } else if (kind == TERMINATOR) {
                    closed = true;
                    break;
                } else {
                    seen |= kind;
                }
            }
            position++;
        }
        int stop = position;
        if (trailing >= 0 && stop > elementStart && (bytes[stop - 1] & 0xff) == trailing) {
            stop--;
        }
        while (stop > elementStart && (kinds[bytes[stop - 1] & 0xff] & FILLER) != 0) {
            stop--;
        }
        close(count++, elementStart, stop);
        flags = seen;
        terminated = closed;
        end = closed ? position + 1 : position;
        next = end;
        written = count - 1;
        elements = written;
        while (elements > 0 && from[elements] == to[elements]) {
            elements--;
        }
        readTag();
    }

    private void close(int index, int begin, int stop) {
        if (index == from.length) {
            from = Arrays.copyOf(from, index * 2);
            to = Arrays.copyOf(to, index * 2);
        }
        int trimmed = stop;
        while (trimmed > begin && bytes[trimmed - 1] == ' ') {
            trimmed--;
        }
        from[index] = begin;
        to[index] = trimmed;
    }

    private void readTag() {
        int length = to[0] - from[0];
        lowerCase = false;
        tag = Tag.NONE;
        if (length > 3) {
            return;
        }
        int number = 0;
        for (int i = from[0]; i < to[0]; i++) {
            int character = bytes[i] & 0xff;
            if (character >= 'a' && character <= 'z') {
                lowerCase = true;
                character -= 0x20;
            }
            number = (number << 8) | character;
        }
        tag = number;
    }

    /** The tag as a number, upper case; {@link Tag#NONE} if it has more than three characters. */
    public int tag() {
        return tag;
    }

    /** The tag, upper case; of one that is too long its first letters and digits as written, at most twenty. */
    public String tagText() {
        if (tag != Tag.NONE) {
            return Tag.name(tag);
        }
        int stop = from[0];
        while (stop < to[0] && stop < from[0] + 20 && source.alphanumeric(stop)) {
            stop++;
        }
        return source.text(from[0], stop);
    }

    /** Whether the tag holds lower-case letters. */
    public boolean lowerCase() {
        return lowerCase;
    }

    /** Whether the segment has its terminator. */
    public boolean terminated() {
        return terminated;
    }

    /** Whether some element holds a control character. */
    public boolean control() {
        return (flags & CONTROL) != 0;
    }

    /** Whether some element holds the component or the repetition separator. */
    public boolean divided() {
        return (flags & (COMPONENT | REPETITION)) != 0;
    }

    /** Whether the byte at a position is the component separator. */
    public boolean isComponentSeparator(int position) {
        return kinds[at(position)] == COMPONENT;
    }

    /** Whether the byte at a position is the repetition separator. */
    public boolean isRepetitionSeparator(int position) {
        return kinds[at(position)] == REPETITION;
    }

    /** How many elements there are up to the last one that is not empty. */
    public int elements() {
        return elements;
    }

    /** How many elements were written, empty ones at the end included. */
    public int written() {
        return written;
    }

    /** Whether an element is missing, empty or all blank. */
    public boolean isEmpty(int element) {
        return element > elements || from[element] == to[element];
    }

    /** Where an element begins. */
    public int from(int element) {
        return from[element];
    }

    /** Where an element ends, trailing blanks left out: they do not belong to a value. */
    public int to(int element) {
        return to[element];
    }

    /** An element as text; empty if it is missing. */
    public String text(int element) {
        return isEmpty(element) ? "" : source.text(from[element], to[element]);
    }

    /** An element as text without blanks around it, for codes and ids. */
    public String code(int element) {
        return text(element).strip();
    }

    /** A component of an element as text, first = 1; empty if it is missing. */
    public String component(int element, int number) {
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

    /** One byte of the text as a number from 0 to 255. */
    public int at(int position) {
        return bytes[position] & 0xff;
    }

    /** Position of the segment in the file, the first header = 1. */
    public int inFile() {
        return inFile;
    }

    /** Position of the segment in its transaction set, ST = 1; meaningless outside of one. */
    public int inSet() {
        return inSet;
    }

    /** Counts this segment as the first of a transaction set. */
    public void beginSet() {
        inSet = 1;
    }

    /** Where the segment begins in the text. */
    public int start() {
        return start;
    }

    /** Where the segment ends in the text, terminator included. */
    public int end() {
        return end;
    }

    /** Where the segment begins in the file as received. */
    public long offset() {
        return source.inFile(start);
    }

    /** Where an element begins in the file as received; the segment for element 0 or a missing one. */
    public long offset(int element) {
        return element > 0 && element <= written ? source.inFile(from[element]) : offset();
    }

    /** Where a position of the text stood in the file as received. */
    public long inOriginal(int position) {
        return source.inFile(position);
    }
}
