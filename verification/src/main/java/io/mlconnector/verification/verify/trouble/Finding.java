package io.mlconnector.verification.verify.trouble;

/**
 * Something that is not as promised.
 *
 * @param trouble the row it counts in
 * @param kind the column
 * @param message names the order or the invoice
 */
public record Finding(Trouble trouble, Kind kind, String message) {

    /** What is not as promised. */
    public enum Kind {
        /** Neither arrived nor held. */
        LOST,
        /** Done twice. */
        DOUBLED,
        /** There, but not all of it. */
        INCOMPLETE,
        /** Nothing explains it. */
        UNEXPECTED,
        /** Not settled when time was up. */
        OPEN,
        /** A request inside Retry-After. */
        TOO_EARLY,
        /** Too many requests in a second. */
        TOO_MANY,
        /** It took too long until a new daemon went on. */
        LATE,
        /** The daemon ended by itself, or the history is not whole. */
        BROKEN
    }
}
