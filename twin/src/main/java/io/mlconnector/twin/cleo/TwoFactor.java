package io.mlconnector.twin.cleo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Two-factor codes by RFC 6238, written from the standard and not from the library that the connector uses. */
final class TwoFactor {

    private static final int WINDOW_SECONDS = 30;
    private static final int LOW_BITS = 0x0f;
    private static final int SIX_DIGITS = 1_000_000;

    private TwoFactor() {}

    /** The code of this moment. */
    static String code(String key, Instant now) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Math.floorDiv(now.getEpochSecond(), WINDOW_SECONDS))
                    .array());
            int offset = hash[hash.length - 1] & LOW_BITS;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format("%06d", number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA1", e);
        }
    }
}
