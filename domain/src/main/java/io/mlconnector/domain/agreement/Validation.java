package io.mlconnector.domain.agreement;

/** What follows from a document that does not keep the standard or the partner's guide. */
public enum Validation {
    /** Only what makes it unreadable counts. */
    OFF,
    /** Told, and used all the same where it can be read. */
    WARN,
    /** Told, and refused: the document waits for a person or for a corrected one. */
    REJECT
}
