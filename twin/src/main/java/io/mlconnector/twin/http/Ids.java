package io.mlconnector.twin.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** Ids derived from the seed and from what they identify, so that they do not depend on the order of calls. */
public final class Ids {

    private final long seed;

    /**
     * Ids of one seed.
     *
     * @param seed the seed
     */
    public Ids(long seed) {
        this.seed = seed;
    }

    /**
     * Sixteen bytes as 22 characters of base64url.
     *
     * @param what what the id identifies
     * @return the id
     */
    public String base64(String what) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(first16(what));
    }

    /**
     * A GUID in upper case.
     *
     * @param what what the id identifies
     * @return the id
     */
    public String guid(String what) {
        ByteBuffer bytes = ByteBuffer.wrap(first16(what));
        return new UUID(bytes.getLong(), bytes.getLong()).toString().toUpperCase(Locale.ROOT);
    }

    /**
     * A number below a bound.
     *
     * @param what what the number is for
     * @param bound exclusive upper bound
     * @return the number, not negative
     */
    public int number(String what, int bound) {
        return Math.floorMod(ByteBuffer.wrap(first16(what)).getInt(), bound);
    }

    /**
     * SHA-256 in hexadecimal.
     *
     * @param bytes content
     * @return 64 characters
     */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private byte[] first16(String what) {
        return java.util.Arrays.copyOf(digest((seed + "/" + what).getBytes(StandardCharsets.UTF_8)), 16);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
