package io.mlconnector.x12.internal.syntax;

import java.util.Arrays;

/**
 * Walks through the segments of one interchange: it finds where they and their elements begin and end. Empty segments
 * are skipped and not counted, and so is filler around segments (reference x12, section 14, rows 1, 2, 9 and 10).
 */
public final class SegmentCursor extends Segment {
    private final int trailing;
    private final byte[] rest;
    private final int longest;
    private int limit;
    private int searched;
    private boolean closed;
    private boolean overlong;
    private int next;

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
        super(source, header, segmentsBefore);
        this.next = header.end();
        this.end = next;
        this.limit = limit;
        this.closed = closed;
        this.searched = next;
        this.trailing = header.trailing();
        this.rest = header.terminatorRest();
        this.longest = longest;
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
            return (kind & (ByteKinds.FILLER | ByteKinds.TERMINATOR)) != 0;
        }
        return (kind & ByteKinds.FILLER) != 0
                || (kind == ByteKinds.TERMINATOR
                        && (restFollows(position, limit) || SourceText.isFiller(bytes[position])));
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
            if (kind == ByteKinds.SEPARATOR) {
                if (count == begins.length) {
                    from = Arrays.copyOf(begins, count * 2);
                    to = Arrays.copyOf(ends, count * 2);
                    begins = from;
                    ends = to;
                }
                begins[count] = elementStart;
                ends[count++] = withoutBlanks(text, elementStart, position);
                elementStart = position + 1;
            } else if (kind == ByteKinds.TERMINATOR) {
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
        while (last > begin && (kinds[bytes[last - 1] & 0xff] & ByteKinds.FILLER) != 0) {
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
}
