package io.mlconnector.domain.words;

import java.util.Locale;

/** Whether a document keeps the rules of its format. */
public enum Validity {
    PENDING,
    VALID,
    INVALID;

    /** The word of the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
