package io.mlconnector.dynamics.examination;

import io.mlconnector.domain.agreement.header.DocumentNumber;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.dynamics.internal.creation.InvoiceRows;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of F&O is used.
 *
 * @param orders whether orders are sent
 * @param invoices whether invoices are created
 * @param headerFields fields of the header of an invoice that are written beyond those that every invoice has
 */
public record Extent(boolean orders, boolean invoices, Set<String> headerFields) {

    public Extent {
        headerFields = Set.copyOf(headerFields);
    }

    /** Where the header of an invoice has nothing more than it always has. */
    public Extent(boolean orders, boolean invoices) {
        this(orders, invoices, Set.of());
    }

    /** The fields of the header that are written by any of these agreements. */
    public static Set<String> headerFields(Collection<HeaderAgreement> agreements) {
        Set<String> fields = new TreeSet<>();
        for (HeaderAgreement agreed : agreements) {
            add(fields, InvoiceRows.RECEIVED_DATE, agreed.receivedDate());
            add(fields, InvoiceRows.TERMS, agreed.terms().saysAnything());
            add(fields, InvoiceRows.DUE_DATE, agreed.dueDate());
            add(fields, InvoiceRows.DOCUMENT_NUMBER, !(agreed.documentNumber() instanceof DocumentNumber.None));
        }
        return fields;
    }

    private static void add(Set<String> fields, String field, boolean used) {
        if (used) {
            fields.add(field);
        }
    }
}
