package io.mlconnector.x12.internal.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of a file, whole or as a window over a stream, and the way from a position in them back to the position in
 * the file as received. Positions are counted from the beginning of the window; {@link #forget} moves it, and only its
 * caller may hold positions then. Positions in the file as received differ from those in the text after line ends of a
 * wrapped file were taken out (reference x12, section 14, row 8).
 */
public final class SourceText {
    private static final int FIRST_WINDOW = 1 << 16;
    private static final int SAMPLE = 2000;

    /** Maximum number of filler bytes skipped by a lookahead. */
    private static final int NEAR = 1024;

    private final Optional<InputStream> rest;
    private final int widest;
    private byte[] bytes;
    private int length;
    private long base;
    private boolean ended;
    private boolean utf8;
    private boolean joining;
    private long[] joints = new long[0];
    private long[] removed = new long[0];
    private int joined;

    private SourceText(Optional<InputStream> rest, byte[] bytes, int length, int widest) {
        this.rest = rest;
        this.bytes = bytes;
        this.length = length;
        this.widest = widest;
        this.ended = rest.isEmpty();
    }

    /**
     * A file held in memory. A UTF-8 byte order mark determines the encoding of its texts; without one they are
     * ISO-8859-1, which never fails (reference x12, section 1.3).
     *
     * @param file not copied and never changed
     */
    public static SourceText of(byte[] file) {
        var text = new SourceText(Optional.empty(), file, file.length, Integer.MAX_VALUE);
        text.utf8 = text.marked();
        return text;
    }

    /**
     * A file read from a stream.
     *
     * @param in read to its end and not closed; a failure of it is thrown as {@link UncheckedIOException}
     * @param widest how many bytes the window may hold at most
     */
    public static SourceText of(InputStream in, int widest) {
        var text = new SourceText(Optional.of(in), new byte[Math.min(FIRST_WINDOW, widest)], 0, widest);
        text.reach(3);
        text.utf8 = text.marked();
        return text;
    }

    private boolean marked() {
        return length >= 3 && at(0) == 0xef && at(1) == 0xbb && at(2) == 0xbf;
    }

    /** Whether the file begins with the byte order mark of UTF-8. */
    public boolean hasByteOrderMark() {
        return utf8;
    }

    /** Whether the window contains the end of the file. */
    public boolean ended() {
        return ended;
    }

    /**
     * Brings more of the stream into the window; moves nothing.
     *
     * @return false if there is no more, or if the window is as wide as it may be
     */
    public boolean load() {
        if (ended) {
            return false;
        }
        if (length == bytes.length) {
            if (length >= widest) {
                return false;
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(widest, 2L * length));
        }
        int before = length;
        while (length == before && !ended) {
            receive();
        }
        return length > before;
    }

    private void receive() {
        try {
            int count = rest.isEmpty() ? -1 : rest.get().read(bytes, length, bytes.length - length);
            if (count < 0) {
                ended = true;
            } else if (joining) {
                length = join(length, length + count);
            } else {
                length += count;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings in what is needed to look at positions below {@code position}; at the end of the file there may be less.
     */
    public void reach(int position) {
        while (length < position && load()) {
            // once more
        }
    }

    /**
     * Drops everything before a position.
     *
     * @return by how much all positions are less from now on
     */
    public int forget(int position) {
        if (rest.isEmpty() || position == 0) {
            return 0;
        }
        System.arraycopy(bytes, position, bytes, 0, length - position);
        length -= position;
        base += position;
        int passed = 0;
        while (passed + 1 < joined && joints[passed + 1] <= base) {
            passed++;
        }
        if (passed > 0) {
            joined -= passed;
            System.arraycopy(joints, passed, joints, 0, joined);
            System.arraycopy(removed, passed, removed, 0, joined);
        }
        return position;
    }

    /** Takes out every line end from {@code from} on, also of what is still to come. */
    public void joinLines(int from) {
        if (rest.isEmpty()) {
            bytes = bytes.clone();
        }
        joining = true;
        length = join(from, length);
    }

    /** The beginning of the text at {@code from}, without any line end. */
    SourceText joinedSample(int from) {
        reach(from + SAMPLE);
        var sample = SourceText.of(Arrays.copyOfRange(bytes, from, Math.min(length, from + SAMPLE)));
        sample.joinLines(0);
        return sample;
    }

    private int join(int from, int to) {
        int kept = from;
        long before = joined == 0 ? 0 : removed[joined - 1];
        for (int i = from; i < to; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                bytes[kept++] = bytes[i];
                continue;
            }
            if (joined == 0 || joints[joined - 1] != base + kept) {
                if (joined == joints.length) {
                    joints = Arrays.copyOf(joints, 16 + joined * 2);
                    removed = Arrays.copyOf(removed, 16 + joined * 2);
                }
                joints[joined++] = base + kept;
            }
            removed[joined - 1] = before + i + 1 - kept;
        }
        return kept;
    }

    /** The bytes of the window, valid up to {@link #length()}; for reading only. */
    byte[] bytes() {
        return bytes;
    }

    /** How many bytes the window holds. */
    public int length() {
        return length;
    }

    /** One byte as a number from 0 to 255. */
    public int at(int position) {
        return bytes[position] & 0xff;
    }

    /** Where the byte at {@code position} stood in the file as received. */
    public long inFile(int position) {
        long inText = base + position;
        if (joined == 0) {
            return inText;
        }
        int found = Arrays.binarySearch(joints, 0, joined, inText);
        int joint = found >= 0 ? found : -found - 2;
        return joint < 0 ? inText : inText + removed[joint];
    }

    /** The characters of a range. */
    public String text(int from, int to) {
        if (utf8 && !ascii(from, to)) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, from, to - from))
                        .toString();
            } catch (CharacterCodingException notUtf8) {
                return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private boolean ascii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The text at {@code from}, at most {@code most} characters, in ISO-8859-1. */
    public String beginning(int from, int most) {
        reach(from + most);
        return new String(bytes, from, Math.min(most, length - from), StandardCharsets.ISO_8859_1);
    }

    /** Whether the byte at {@code position} is an ASCII letter or digit; false beyond the ends. */
    boolean alphanumeric(int position) {
        if (position < 0 || position >= length) {
            return false;
        }
        int letter = bytes[position] | 0x20;
        return (letter >= 'a' && letter <= 'z') || (bytes[position] >= '0' && bytes[position] <= '9');
    }

    /** The next position at or after {@code from} that holds no blank, line end or other filler. */
    public int skipFiller(int from) {
        int position = from;
        while (position < length && isFiller(bytes[position])) {
            position++;
        }
        return position;
    }

    /** The same for a lookahead, which skips a limited number of bytes only. */
    int skipFillerNear(int from) {
        int position = from;
        while (position < from + NEAR) {
            reach(position + 1);
            if (position >= length || !isFiller(bytes[position])) {
                break;
            }
            position++;
        }
        return position;
    }

    /**
     * Whether a byte between segments carries nothing: blanks, tabs, line ends, NUL and the end mark of old systems.
     */
    static boolean isFiller(int character) {
        return character == ' '
                || character == '\n'
                || character == '\r'
                || character == '\t'
                || character == 0
                || character == 0x1a;
    }
}
