package io.mlconnector.testing.memory;

/** How a scripted call ends. */
public enum Ending {
    /** It happens. */
    DONE,
    /** The remote system says no; nothing happens. */
    REFUSED,
    /** It certainly does not happen. */
    NOT_NOW,
    /** It happens, and the answer is lost. */
    UNKNOWN_DONE,
    /** It does not happen, and nobody can tell. */
    UNKNOWN_NOT_DONE
}
