package io.mlconnector.cleo.internal.session;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Two-factor codes (RFC 6238): six digits, half a minute, SHA-1. No code is given twice. Thread-safe. */
final class TwoFactorCodes {

    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final int SHORTEST_KEY = 10;
    private static final Pattern ADDRESS = Pattern.compile("(?i)otpauth://.*[?&]secret=([^&]*).*");

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(WINDOW);
    private final SecretKeySpec key;
    private long lastWindow = Long.MIN_VALUE;

    private TwoFactorCodes(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA1");
    }

    /**
     * With a shared key.
     *
     * @param text Base32 in whatever case, with or without blanks and hyphens, or the whole {@code otpauth:} address
     * @return empty if it is no such key
     */
    static Optional<TwoFactorCodes> of(String text) {
        Matcher address = ADDRESS.matcher(text.strip());
        String base32 = (address.matches() ? address.group(1) : text)
                .replaceAll("[\\s=-]", "")
                .toUpperCase(Locale.ROOT);
        Base32 decoder = new Base32();
        if (!decoder.isInAlphabet(base32)) {
            return Optional.empty();
        }
        byte[] key = decoder.decode(base32);
        return key.length < SHORTEST_KEY ? Optional.empty() : Optional.of(new TwoFactorCodes(key));
    }

    /** A code that was not given before; empty until the next window begins if this one's was. */
    synchronized Optional<String> next(Instant now) {
        long window = Math.floorDiv(now.getEpochSecond(), WINDOW.toSeconds());
        if (window <= lastWindow) {
            return Optional.empty();
        }
        try {
            String code = generator.generateOneTimePasswordString(key, now);
            lastWindow = window;
            return Optional.of(code);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key of HMAC-SHA1", e);
        }
    }

    /** How long until the next window begins. */
    static Duration untilNext(Instant now) {
        return WINDOW.minusSeconds(Math.floorMod(now.getEpochSecond(), WINDOW.toSeconds()));
    }
}
