package io.mlconnector.postgres.alignment;

/** What becomes of a word that is translated otherwise already. */
public enum Overwriting {
    /** Nothing at all is changed; whoever asked is told what stands there. */
    REFUSED,
    /** The new translation takes the place of the old one, which stays in the history. */
    ALLOWED
}
