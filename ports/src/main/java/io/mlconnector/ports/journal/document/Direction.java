package io.mlconnector.ports.journal.document;

import java.util.Locale;

/** Which way a document goes. */
public enum Direction {
    /** From F&O to the partner. */
    OUTBOUND,
    /** From the partner to F&O. */
    INBOUND;

    /** The word of the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The direction with this word.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Direction of(String word) {
        for (Direction direction : values()) {
            if (direction.word().equals(word)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("No direction is called " + word + "; known are outbound and inbound");
    }
}
