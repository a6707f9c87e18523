package io.mlconnector.domain.invoicing.matching;

import java.util.Locale;

/** What an examination came to about one line of an invoice. */
public enum LineVerdict {
    /** It has an order line, but nothing was checked, as others have none. */
    NOT_CHECKED,
    /** It keeps to what was agreed. */
    AGREES,
    /** It does not, and goes on with a warning. */
    WARNED,
    /** It does not, and a person accepted that. */
    ACCEPTED,
    /** It does not, and stops the invoice. */
    HELD,
    /** Its order line, or its unit, was not found. */
    NOT_MATCHED;

    /** The word in the history, such as {@code not-matched}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
