package io.mlconnector.dynamics.internal.odata;

import java.time.LocalDate;

/** Values as OData writes them in filters and keys (reference dynamics, sections 2.4 and 2.6). */
public final class Literal {

    private Literal() {}

    /** A text in quotes; quotes within are doubled. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** The begin of a day, without quotes. */
    public static String startOf(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
