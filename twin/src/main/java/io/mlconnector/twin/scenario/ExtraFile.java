package io.mlconnector.twin.scenario;

/**
 * A file beyond the plain answers.
 *
 * @param partner partner whose folder it appears in
 * @param afterOrder order whose answer it follows
 * @param kind what it is
 */
public record ExtraFile(String partner, String afterOrder, Kind kind) {

    /** What an extra file is. */
    public enum Kind {
        /** The same bytes again under another file name. */
        DUPLICATE_FILE,
        /** An invoice whose sender id belongs to no partner. */
        UNKNOWN_SENDER,
        /** The same goods billed again, under a number that differs by a suffix. */
        BILLED_AGAIN,
        /** A credit note for one unit of the answered order's first line. */
        CREDIT_NOTE,
        /** An invoice cut off in the middle. */
        TRUNCATED,
        /** An HTML page under a name that promises X12. */
        NOT_X12
    }
}
