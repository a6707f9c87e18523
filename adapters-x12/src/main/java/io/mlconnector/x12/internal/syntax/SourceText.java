package io.mlconnector.x12.internal.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a file and the way from a position in them back to the position in the file as received. The two differ
 * only after line ends of a wrapped file were taken out (reference x12, section 14, row 8).
 */
public final class SourceText {
    private final byte[] bytes;
    private final boolean utf8;
    private final int[] joints;
    private final int[] removed;

    private SourceText(byte[] bytes, boolean utf8, int[] joints, int[] removed) {
        this.bytes = bytes;
        this.utf8 = utf8;
        this.joints = joints;
        this.removed = removed;
    }

    /**
     * A file as it came. A UTF-8 byte order mark says how its texts are to be read; without one they are ISO-8859-1,
     * which never fails (reference x12, section 1.3).
     *
     * @param file not copied and never changed
     */
    public static SourceText of(byte[] file) {
        return new SourceText(file, marked(file), new int[0], new int[0]);
    }

    private static boolean marked(byte[] file) {
        return file.length >= 3 && (file[0] & 0xff) == 0xef && (file[1] & 0xff) == 0xbb && (file[2] & 0xff) == 0xbf;
    }

    /** Whether the file begins with the byte order mark of UTF-8. */
    public boolean hasByteOrderMark() {
        return utf8;
    }

    /** The same text without any line end from {@code from} on. */
    public SourceText withoutLineEnds(int from) {
        byte[] kept = new byte[bytes.length];
        int[] places = new int[16];
        int[] missing = new int[16];
        int joined = 0;
        System.arraycopy(bytes, 0, kept, 0, from);
        int length = from;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                kept[length++] = bytes[i];
                continue;
            }
            if (joined == 0 || places[joined - 1] != length) {
                if (joined == places.length) {
                    places = Arrays.copyOf(places, joined * 2);
                    missing = Arrays.copyOf(missing, joined * 2);
                }
                places[joined++] = length;
            }
            missing[joined - 1] = i + 1 - length;
        }
        return new SourceText(
                Arrays.copyOf(kept, length), utf8, Arrays.copyOf(places, joined), Arrays.copyOf(missing, joined));
    }

    /** The bytes; for reading only. */
    byte[] bytes() {
        return bytes;
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** One byte as a number from 0 to 255. */
    public int at(int position) {
        return bytes[position] & 0xff;
    }

    /** Where the byte at {@code position} stood in the file as received. */
    public long inFile(int position) {
        int found = Arrays.binarySearch(joints, position);
        int joint = found >= 0 ? found : -found - 2;
        return joint < 0 ? position : (long) position + removed[joint];
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

    /** Whether the byte at {@code position} is an ASCII letter or digit; false beyond the ends. */
    boolean alphanumeric(int position) {
        if (position < 0 || position >= bytes.length) {
            return false;
        }
        int letter = bytes[position] | 0x20;
        return (letter >= 'a' && letter <= 'z') || (bytes[position] >= '0' && bytes[position] <= '9');
    }

    /** The next position at or after {@code from} that holds no blank, line end or other filler. */
    public int skipFiller(int from) {
        int position = from;
        while (position < bytes.length && isFiller(bytes[position])) {
            position++;
        }
        return position;
    }

    /** Whether a byte between segments carries nothing: blanks, tabs, line ends, NUL and the end mark of old systems. */
    static boolean isFiller(int character) {
        return character == ' '
                || character == '\n'
                || character == '\r'
                || character == '\t'
                || character == 0
                || character == 0x1a;
    }
}
