package io.mlconnector.ports.journal.payload;

import io.mlconnector.domain.trade.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes and texts. */
public final class Hashes {

    private Hashes() {}

    /** The hash of some bytes. */
    public static ContentHash of(byte[] bytes) {
        try {
            return new ContentHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The hash of a text in UTF-8. */
    public static ContentHash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes with their hash, ready to be stored. */
    public static Payload payload(String mediaType, byte[] bytes) {
        return new Payload(of(bytes), mediaType, bytes);
    }
}
