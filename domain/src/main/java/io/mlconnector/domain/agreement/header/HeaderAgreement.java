package io.mlconnector.domain.agreement.header;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * What stands on the header of an invoice in F&O beyond what every invoice has there. Each field can be left out, because environments
 * may lack it or let nobody write it.
 *
 * @param receivedDate whether the day on which the file was taken is written
 * @param zone whose day that is
 * @param terms which terms of payment of F&O the terms of an 810 are; written where this says so
 * @param dueDate whether the day of payment that the 810 states (ITD06) is written
 * @param documentNumber which number of the vendor is written as document number
 */
public record HeaderAgreement(
        boolean receivedDate, ZoneId zone, TermsTable terms, boolean dueDate, DocumentNumber documentNumber) {

    /** The day of receipt, in UTC; F&O takes terms and due date from the order and the vendor. */
    public static final HeaderAgreement USUAL =
            new HeaderAgreement(true, ZoneOffset.UTC, TermsTable.NONE, false, new DocumentNumber.None());

    public HeaderAgreement {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(documentNumber, "documentNumber");
    }

    /** The same for a company in another zone. */
    public HeaderAgreement in(ZoneId other) {
        return new HeaderAgreement(receivedDate, other, terms, dueDate, documentNumber);
    }
}
