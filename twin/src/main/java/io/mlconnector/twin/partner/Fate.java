package io.mlconnector.twin.partner;

/** The expected outcome of an invoice. */
public enum Fate {
    /** It becomes a pending vendor invoice. */
    POST,
    /** A person has to look at it. */
    HOLD,
    /** It has been there before and must not arrive a second time. */
    DUPLICATE,
    /** It cannot be read as an invoice. */
    UNREADABLE
}
