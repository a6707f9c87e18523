package io.mlconnector.engine;

import io.mlconnector.domain.words.DocumentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Makes document ids that sort in order of creation: ten characters of time, three of a counter, six of chance. Safe for
 * use by several threads.
 */
public final class DocumentIds {

    /** Crockford's base 32: no letters that look like digits. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis;
    private int counter;

    /** From an injected clock and an injected source of chance, so that a run can be repeated. */
    public DocumentIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** An id greater than all before. */
    public synchronized DocumentId next() {
        long millis = Math.max(clock.millis(), lastMillis);
        counter = millis == lastMillis ? counter + 1 : 0;
        if (counter >= 1 << 15) {
            millis++;
            counter = 0;
        }
        lastMillis = millis;
        return new DocumentId(letters(millis, 10) + letters(counter, 3) + letters(random.nextLong() & 0x3fffffffL, 6));
    }

    /** Comes before every id that is made at this time or later, and after every one made before. */
    public static DocumentId before(Instant time) {
        return new DocumentId(letters(Math.max(0, time.toEpochMilli()), 10));
    }

    private static String letters(long value, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = count - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt((int) (value >>> (5 * i)) & 31));
        }
        return text.toString();
    }
}
