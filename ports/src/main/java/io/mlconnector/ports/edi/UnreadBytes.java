package io.mlconnector.ports.edi;

import java.util.Objects;

/**
 * Bytes of a file that belong to no document, although they may have been one: what is left of a set without its ST, an
 * interchange that is cut off or whose ISA is damaged, text around interchanges.
 *
 * @param offset where they begin in the file, in bytes
 * @param length how many there are, 1 or more
 * @param why what is wrong, in words
 */
public record UnreadBytes(long offset, long length, String why) {

    public UnreadBytes {
        Objects.requireNonNull(why, "why");
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException("No place in a file: " + length + " bytes at " + offset);
        }
    }

    /** Where they end: the offset of the first byte after them. */
    public long end() {
        return offset + length;
    }
}
