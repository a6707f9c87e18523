package io.mlconnector.dynamics.internal.odata;

import java.time.LocalDate;

/** OData literals for filters and keys (reference dynamics, sections 2.4 and 2.6). */
public final class Literal {

    private Literal() {}

    /** A string literal in quotes; quotes within it are doubled. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** The start of a day as a date-time literal, without quotes. */
    public static String startOf(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
