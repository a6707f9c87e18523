package io.mlconnector.verification.verify.trouble;

/**
 * A deviation from what is promised.
 *
 * @param trouble the row in which it is counted
 * @param kind the column in which it is counted
 * @param message names the order or the invoice
 */
public record Finding(Trouble trouble, Kind kind, String message) {

    /** What kind of deviation. */
    public enum Kind {
        /** Neither arrived nor held. */
        LOST,
        /** Done twice. */
        DOUBLED,
        /** Arrived, but only in part. */
        INCOMPLETE,
        /** Arrived without anything having caused it. */
        UNEXPECTED,
        /** Not settled when time was up. */
        OPEN,
        /** A request was sent before the time that Retry-After had named. */
        TOO_EARLY,
        /** Too many requests within one second. */
        TOO_MANY,
        /** What neither worked nor failed did not show in the health check, or work did not go on afterwards. */
        STOPPED,
        /** A restarted daemon took too long to resume work. */
        LATE,
        /** A daemon ended unexpectedly, or the history is not intact. */
        BROKEN
    }
}
