package io.mlconnector.domain.invoicing.heading;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What the header of an invoice says in F&O beyond what every invoice has there. F&O may change all of it by itself, so that none of it
 * tells one invoice from another.
 *
 * @param receivedDate the day on which the file was taken; empty: left out
 * @param terms of payment by their name in F&O; empty: left out
 * @param dueDate when the vendor says that it is due; empty: left out
 * @param documentNumber a number of the vendor, at most 20 characters; empty: left out
 */
public record HeaderFields(
        Optional<LocalDate> receivedDate, String terms, Optional<LocalDate> dueDate, String documentNumber) {

    /** All of it is left out. */
    public static final HeaderFields NONE = new HeaderFields(Optional.empty(), "", Optional.empty(), "");

    public HeaderFields {
        Objects.requireNonNull(receivedDate, "receivedDate");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(dueDate, "dueDate");
        Objects.requireNonNull(documentNumber, "documentNumber");
    }
}
