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

    /** The word of the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
