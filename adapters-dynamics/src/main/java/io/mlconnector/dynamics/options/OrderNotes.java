package io.mlconnector.dynamics.options;

/** Which notes of an order are told. */
public enum OrderNotes {
    /** None but the reason comment of the header. */
    NONE,
    /** Those of the header. */
    HEADER,
    /** Those of the lines, too. */
    ALL
}
