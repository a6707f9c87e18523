package io.mlconnector.dynamics.internal.creation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mlconnector.domain.invoicing.ExistingInvoice;
import io.mlconnector.domain.invoicing.InvoiceToPost;
import io.mlconnector.domain.invoicing.charging.ChargeToPost;
import io.mlconnector.domain.invoicing.heading.HeaderFields;
import io.mlconnector.dynamics.internal.wire.Batch;
import io.mlconnector.dynamics.internal.wire.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows that an invoice becomes in F&O (reference dynamics, sections 4.7 to 4.9). */
public final class InvoiceRows {

    public static final String HEADERS = "VendorInvoiceHeaders";
    public static final String LINES = "VendorInvoiceLines";
    public static final String HEADER_CHARGES = "VendorInvoiceHeaderCharges";
    public static final String LINE_CHARGES = "VendorInvoiceLineCharges";

    /** Fields of the header that can be left out. */
    public static final String RECEIVED_DATE = "InvoiceReceivedDate";

    public static final String TERMS = "TermsOfPayment";
    public static final String DUE_DATE = "DueDate";
    public static final String DOCUMENT_NUMBER = "DocumentNumber";

    private InvoiceRows() {}

    /** The header; without its reference, which F&O assigns or the caller adds. */
    public static ObjectNode header(InvoiceToPost invoice) {
        ObjectNode row = Json.object();
        row.put("dataAreaId", invoice.legalEntity().id());
        row.put("InvoiceAccount", invoice.vendor().number());
        row.put("InvoiceNumber", invoice.number());
        row.put("InvoiceDate", noon(invoice.date()));
        row.put("PurchaseOrderNumber", invoice.orderNumber());
        row.put("Currency", invoice.currency().code());
        row.put("InvoiceDescription", ExistingInvoice.SIGN + invoice.mark());
        row.put("ImportedAmount", invoice.total());
        row.put("ImportedSalesTax", invoice.tax());
        HeaderFields more = invoice.header();
        more.receivedDate().ifPresent(day -> row.put(RECEIVED_DATE, noon(day)));
        if (!more.terms().isEmpty()) {
            row.put(TERMS, more.terms());
        }
        // After the terms, from which F&O reckons a day of payment.
        more.dueDate().ifPresent(day -> row.put(DUE_DATE, noon(day)));
        if (!more.documentNumber().isEmpty()) {
            row.put(DOCUMENT_NUMBER, more.documentNumber());
        }
        return row;
    }

    /** F&O writes a date as noon in UTC (reference dynamics, section 2.6). */
    private static String noon(LocalDate day) {
        return day + "T12:00:00Z";
    }

    /** These lines and charges, in the order in which they are created. */
    public static List<Batch.Creation> parts(InvoiceToPost invoice, String headerReference, Set<Integer> parts) {
        List<Batch.Creation> creations = new ArrayList<>();
        invoice.lines(parts)
                .forEach(line -> creations.add(new Batch.Creation(LINES, line(invoice, headerReference, line))));
        invoice.charges(parts)
                .forEach(charge -> creations.add(new Batch.Creation(
                        charge.line().isPresent() ? LINE_CHARGES : HEADER_CHARGES,
                        charge(invoice, headerReference, charge))));
        return creations;
    }

    private static ObjectNode charge(InvoiceToPost invoice, String headerReference, ChargeToPost charge) {
        ObjectNode row = Json.object();
        row.put("dataAreaId", invoice.legalEntity().id());
        row.put("HeaderReference", headerReference);
        charge.line().ifPresent(line -> row.put("InvoiceLineNumber", line));
        row.put("ChargeLineNumber", charge.number());
        if (charge.line().isEmpty()) {
            row.put("VendInvoiceInfoTableDataAreaId", invoice.legalEntity().id());
        }
        row.put("PurchaseChargeCode", charge.chargesCode());
        row.put("ChargeCategory", "Fixed");
        row.put("FixedChargeAmount", charge.amount());
        row.put("ChargeAccountingCurrencyCode", invoice.currency().code());
        if (!charge.description().isBlank()) {
            row.put("ChargeDescription", charge.description());
        }
        return row;
    }

    private static ObjectNode line(InvoiceToPost invoice, String headerReference, InvoiceToPost.Line line) {
        ObjectNode row = Json.object();
        row.put("dataAreaId", invoice.legalEntity().id());
        row.put("HeaderReference", headerReference);
        row.put("InvoiceLineNumber", line.number());
        if (!line.orderNumber().isEmpty()) {
            row.put("PurchaseOrder", line.orderNumber());
            row.put("PurchLineNumber", line.orderLine());
            row.put("Unit", line.quantity().unit().symbol());
        }
        line.item().ifPresent(item -> row.put("ItemNumber", item.number()));
        if (line.item().isEmpty() && !line.category().isBlank()) {
            row.put("ProcurementCategoryName", line.category());
        }
        if (!line.description().isBlank()) {
            row.put("LineDescription", line.description());
        }
        row.put("ReceiveNow", line.quantity().amount());
        row.put("UnitPrice", line.price().amount());
        row.put("PriceUnit", line.price().per());
        row.put("NetAmount", line.netAmount());
        row.put("Currency", invoice.currency().code());
        return row;
    }
}
