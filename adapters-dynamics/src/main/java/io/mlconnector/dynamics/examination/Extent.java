package io.mlconnector.dynamics.examination;

import io.mlconnector.domain.agreement.InvoiceAgreement;
import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.domain.agreement.header.DocumentNumber;
import io.mlconnector.domain.agreement.header.HeaderAgreement;
import io.mlconnector.dynamics.internal.creation.InvoiceRows;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of F&O is used.
 *
 * @param orders whether orders are sent
 * @param invoices whether invoices are created
 * @param attachments what is attached to posted invoices, by the partner to whose invoices most is
 * @param headerFields fields of the header of an invoice that are written beyond those that every invoice has
 */
public record Extent(boolean orders, boolean invoices, Attachments attachments, Set<String> headerFields) {

    public Extent {
        Objects.requireNonNull(attachments, "attachments");
        headerFields = Set.copyOf(headerFields);
    }

    /** Where nothing is attached, and the header of an invoice has nothing more than it always has. */
    public Extent(boolean orders, boolean invoices) {
        this(orders, invoices, Attachments.NONE, Set.of());
    }

    /**
     * What partners need.
     *
     * @param agreements about the invoices of all partners that send any
     */
    public static Extent of(boolean orders, Collection<InvoiceAgreement> agreements) {
        return new Extent(
                orders,
                !agreements.isEmpty(),
                agreements.stream()
                        .map(InvoiceAgreement::attachments)
                        .max(Comparator.naturalOrder())
                        .orElse(Attachments.NONE),
                headerFields(agreements.stream().map(InvoiceAgreement::header).toList()));
    }

    /** The fields of the header that are written by any of these agreements. */
    static Set<String> headerFields(Collection<HeaderAgreement> agreements) {
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
