package io.mlconnector.domain.words;

import java.util.Locale;

/** What the partner said to a document that we sent. */
public enum Acknowledgement {
    /** No answer is expected. */
    NONE,
    AWAITED,
    ACCEPTED,
    ACCEPTED_WITH_ERRORS,
    REJECTED,
    OVERDUE;

    /** Whether the partner answered, whatever it said. */
    public boolean given() {
        return this == ACCEPTED || this == ACCEPTED_WITH_ERRORS || this == REJECTED;
    }

    /** The word of the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The acknowledgement with this word.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Acknowledgement of(String word) {
        for (Acknowledgement acknowledgement : values()) {
            if (acknowledgement.word().equals(word)) {
                return acknowledgement;
            }
        }
        throw new IllegalArgumentException("No acknowledgement is called " + word);
    }
}
