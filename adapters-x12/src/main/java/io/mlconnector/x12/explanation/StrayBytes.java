package io.mlconnector.x12.explanation;

import java.util.Objects;

/**
 * Bytes that belong to no segment and are more than blanks and line ends.
 *
 * @param offset position in the file in bytes, first = 0
 * @param length how many there are
 * @param text the first of them as ISO-8859-1, without control characters; what looks like a header is left out
 */
public record StrayBytes(long offset, long length, String text) {
    public StrayBytes {
        Objects.requireNonNull(text, "text");
    }
}
