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
}
