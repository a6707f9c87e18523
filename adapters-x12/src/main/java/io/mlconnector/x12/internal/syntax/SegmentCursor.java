package io.mlconnector.x12.internal.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Walks through the segments of one interchange. Holds the positions of the present segment's elements and copies
 * nothing; a string is built only when a text is requested. Empty segments are skipped and not counted, and so is
 * filler around segments (reference x12, section 14, rows 1, 2, 9 and 10).
 */
public final class SegmentCursor {
    private static final byte SEPARATOR = 1;
    private static final byte TERMINATOR = 2;
    private static final byte FILLER = 4;
    private static final byte CONTROL = 8;
    private static final byte REPETITION = 16;
    private static final byte COMPONENT = 32;
    private static final int LONGEST_CODE = 7;

    private final SourceText source;
    private final byte[] kinds = new byte[256];
    private final Codes codes = new Codes();
    private final int component;
    private final int trailing;
    private final byte[] rest;
    private final int longest;
    private byte[] bytes;
    private int limit;
    private int searched;
    private boolean closed;
    private boolean overlong;
    private int next;
    private int start;
    private int end;
    private int tag;
    private String tagText = "";
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
     * A cursor before the first segment after a header, over a file that is completely in memory.
     *
     * @param header the header
     * @param limit where the next interchange or the end of the text is
     * @param segmentsBefore how many segments the file has up to and including the header
     */
    public SegmentCursor(SourceText source, InterchangeHeader header, int limit, int segmentsBefore) {
        this(source, header, segmentsBefore, Integer.MAX_VALUE, limit, true);
    }

    /**
     * A cursor before the first segment after a header. It ends where the next interchange begins, or with the text.
     *
     * @param header the header
     * @param segmentsBefore how many segments the file has up to and including the header
     * @param longest how many bytes a segment may have; at a longer one the cursor ends
     */
    public static SegmentCursor searching(
            SourceText source, InterchangeHeader header, int segmentsBefore, int longest) {
        var cursor = new SegmentCursor(source, header, segmentsBefore, longest, header.end(), false);
        cursor.widen();
        return cursor;
    }

    private SegmentCursor(
            SourceText source, InterchangeHeader header, int segmentsBefore, int longest, int limit, boolean closed) {
        this.source = source;
        this.bytes = source.bytes();
        this.next = header.end();
        this.end = next;
        this.limit = limit;
        this.closed = closed;
        this.searched = next;
        this.component = header.componentSeparator();
        this.trailing = header.trailing();
        this.rest = header.terminatorRest();
        this.inFile = segmentsBefore;
        this.longest = longest;
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

    /**
     * Finds how far the interchange extends and loads that into the window. Everything before {@code next}
     * is dropped.
     *
     * @return false if the window is full
     */
    private boolean widen() {
        int shift = source.forget(next);
        next -= shift;
        limit -= shift;
        searched -= shift;
        start -= shift;
        end -= shift;
        int before = limit;
        while (!closed && limit == before) {
            int seen = source.length();
            int found = InterchangeSearch.nextReadable(source, searched);
            if (found >= 0) {
                limit = found;
                closed = true;
            } else if (source.ended() && source.length() == seen) {
                limit = seen;
                closed = true;
            } else {
                limit = Math.max(limit, seen - InterchangeSearch.ANNOUNCEMENT + 1);
                searched = Math.max(searched, limit);
                if (limit == before && source.length() == seen && !source.load() && !source.ended()) {
                    return false;
                }
            }
        }
        bytes = source.bytes();
        return true;
    }

    /** Skips the rest of the interchange and returns its end position. */
    public int skipRest() {
        while (!closed) {
            next = limit;
            widen();
        }
        return limit;
    }

    /** Position of the next byte that is neither filler nor an empty segment. */
    public int positionAfterEmptySegments() {
        while (true) {
            while (next < limit && empty(next)) {
                next++;
            }
            if (next < limit || closed || !widen()) {
                return next;
            }
        }
    }

    private boolean empty(int position) {
        int kind = kinds[bytes[position] & 0xff];
        if (rest.length == 0) {
            return (kind & (FILLER | TERMINATOR)) != 0;
        }
        return (kind & FILLER) != 0
                || (kind == TERMINATOR && (restFollows(position, limit) || SourceText.isFiller(bytes[position])));
    }

    /** Goes to the next segment; false if there is none, or one that is too long. */
    public boolean next() {
        if (positionAfterEmptySegments() >= limit || overlong) {
            return false;
        }
        while (!scan(next) && !closed && !overlong) {
            overlong = !widen();
        }
        if (overlong) {
            return false;
        }
        start = next;
        next = end;
        inFile++;
        inSet++;
        return true;
    }

    /**
     * Ends the present segment inside one of its elements, as if a terminator stood there; the next one begins at that
     * place.
     *
     * @param element becomes the last one, first = 1
     * @param position where the next segment begins
     */
    public void cut(int element, int position) {
        to[element] = withoutBlanks(bytes, from[element], withoutFiller(from[element], position));
        written = element;
        int count = element;
        while (count > 0 && from[count] == to[count]) {
            count--;
        }
        elements = count;
        end = position;
        next = position;
    }

    /**
     * Shows what begins at a position as if it were a segment, without going there: counts stay.
     *
     * @param position within the present segment, which has its terminator
     */
    public void look(int position) {
        scan(position);
        start = position;
        next = end;
    }

    /** Where the segment begins. */
    public int start() {
        return start;
    }

    /** Whether the cursor ended because a segment is too long to be true. */
    public boolean overlong() {
        return overlong;
    }

    private boolean scan(int begin) {
        byte[] text = bytes;
        byte[] kindOf = kinds;
        int[] begins = from;
        int[] ends = to;
        int stop = (int) Math.min(limit, (long) begin + longest);
        int count = 0;
        int seen = 0;
        int elementStart = begin;
        int position = begin;
        boolean whole = false;
        for (; position < stop; position++) {
            int kind = kindOf[text[position] & 0xff];
            if (kind == 0) {
                continue;
            }
            if (kind == SEPARATOR) {
                if (count == begins.length) {
                    from = Arrays.copyOf(begins, count * 2);
                    to = Arrays.copyOf(ends, count * 2);
                    begins = from;
                    ends = to;
                }
                begins[count] = elementStart;
                ends[count++] = withoutBlanks(text, elementStart, position);
                elementStart = position + 1;
            } else if (kind == TERMINATOR) {
                if (rest.length == 0 || restFollows(position, stop)) {
                    whole = true;
                    break;
                }
            } else {
                seen |= kind;
            }
        }
        if (!whole && position < limit) {
            overlong = true;
        }
        if (!whole && (!closed || overlong)) {
            return false;
        }
        int last = withoutFiller(elementStart, position);
        if (trailing >= 0 && last > elementStart && (text[last - 1] & 0xff) == trailing) {
            last = withoutFiller(elementStart, last - 1);
        }
        if (count == begins.length) {
            from = Arrays.copyOf(begins, count + 1);
            to = Arrays.copyOf(ends, count + 1);
        }
        from[count] = elementStart;
        to[count] = withoutBlanks(text, elementStart, last);
        flags = seen;
        terminated = whole;
        end = whole ? position + 1 + rest.length : position;
        written = count;
        while (count > 0 && from[count] == to[count]) {
            count--;
        }
        elements = count;
        readTag();
        return whole;
    }

    private int withoutFiller(int begin, int stop) {
        int last = stop;
        while (last > begin && (kinds[bytes[last - 1] & 0xff] & FILLER) != 0) {
            last--;
        }
        return last;
    }

    /** Whether the bytes after {@code position} complete a terminator of several bytes. */
    private boolean restFollows(int position, int stop) {
        for (int i = 0; i < rest.length; i++) {
            if (position + 1 + i >= stop || bytes[position + 1 + i] != rest[i]) {
                return false;
            }
        }
        return true;
    }

    /** No blank and no no-break space at the end is the usual case. */
    private static int withoutBlanks(byte[] text, int begin, int stop) {
        return stop > begin && text[stop - 1] <= ' ' ? Pads.end(text, begin, stop) : stop;
    }

    private void readTag() {
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

    /** The tag as a number, upper case; {@link Tag#NONE} if it has more than three characters. */
    public int tag() {
        return tag;
    }

    /** The tag, upper case; of one that is too long its first letters and digits as written, at most twenty. */
    public String tagText() {
        return tag == Tag.NONE ? tagText : Tag.name(tag);
    }

    /** Whether the tag contains lower-case letters. */
    public boolean lowerCase() {
        return lowerCase;
    }

    /** Whether the segment has its terminator. */
    public boolean terminated() {
        return terminated;
    }

    /** Whether any element contains a control character. */
    public boolean control() {
        return (flags & CONTROL) != 0;
    }

    /** Whether any element contains the component or the repetition separator. */
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

    /** An element as text without blanks around it. */
    public String stripped(int element) {
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
    public String code(int element) {
        long number = isEmpty(element) ? 0 : packed(element, false);
        return number > 0 ? codes.text(number) : stripped(element);
    }

    /** The same in upper case. */
    public String upperCode(int element) {
        long number = isEmpty(element) ? 0 : packed(element, true);
        return number > 0 ? codes.text(number) : stripped(element).toUpperCase(Locale.ROOT);
    }

    /**
     * An element of up to seven characters as a number, eight bits each, in upper case.
     *
     * @return -1 if it is longer or holds anything but visible ASCII characters
     */
    public long packed(int element) {
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
    public String line(int most) {
        var line = new StringBuilder(tagText());
        for (int i = 1; i <= elements && line.length() < most; i++) {
            line.append('*').append(text(i));
        }
        return line.length() > most ? line.substring(0, most) : line.toString();
    }

    /** How many components an element has; empty ones at the end count. */
    public int components(int element) {
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

    /** All components of an element as texts, empty ones included; none of an empty element. */
    public List<String> parts(int element) {
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

    /** Where the segment ends in the file as received, terminator included. */
    public long endOffset() {
        return source.inFile(end - 1) + 1;
    }

    /** Where the segment begins in the file as received. */
    public long offset() {
        return source.inFile(start);
    }

    /** Where an element begins in the file as received; the segment for element 0 or a missing one. */
    public long offset(int element) {
        return element > 0 && element <= written ? source.inFile(from[element]) : offset();
    }

    /** The bytes to which positions refer; read-only. */
    byte[] bytes() {
        return bytes;
    }
}
