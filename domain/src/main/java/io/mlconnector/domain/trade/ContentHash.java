package io.mlconnector.domain.trade;

/**
 * The SHA-256 of some bytes. Names a stored payload and tells a repeated file from a corrected one.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) {

    public ContentHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A content hash has 64 hexadecimal digits, not: " + hex);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
