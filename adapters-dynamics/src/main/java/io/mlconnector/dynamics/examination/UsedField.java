package io.mlconnector.dynamics.examination;

import io.mlconnector.domain.agreement.InvoiceAgreement.Attachments;
import io.mlconnector.dynamics.internal.creation.InvoiceRows;
import io.mlconnector.dynamics.internal.odata.EntitySet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field of an entity set that is used.
 *
 * @param name of the property
 * @param use whether it is written, and whether anything is left without it
 * @param purpose what it is for, in a few words; empty if what its set is for says it
 */
record UsedField(String name, Use use, String purpose) {

    /** How much depends on it. */
    enum Use {
        /** It is written when a row is created. */
        WRITTEN,
        /** It is filtered or sorted by, or nothing can be made of a row without it. */
        NEEDED,
        /** It is read where it is there, and left out where it is not. */
        READ
    }

    private static final String LINK = "it ties header, lines and charges together";

    private static final Map<String, String> HEADER = ordered(
            "InvoiceAccount", "the vendor who is paid",
            "InvoiceNumber", "the vendor's invoice number",
            "InvoiceDate", "the date of the invoice",
            "PurchaseOrderNumber", "the order of the invoice",
            "Currency", "the currency of the invoice",
            "InvoiceDescription", "our mark, by which an invoice in doubt is found again",
            "ImportedAmount", "the vendor's total",
            "ImportedSalesTax", "the vendor's tax");

    private static final Map<String, String> NOTE = ordered(
            "HeaderReference", "it ties an attachment to its invoice",
            "TypeId", "the document type",
            "Name", "the name of the attachment, by which it is found again",
            "Notes", "the text of a note");

    private static final Map<String, String> FILE =
            ordered("FileName", "the name of a file", "FileType", "its ending", "FileContents", "the file itself");

    /** What is written only where it is configured. */
    private static final Map<String, String> HEADER_BEYOND = ordered(
            InvoiceRows.RECEIVED_DATE,
            "the day of receipt; receivedDate: false under dynamics.invoiceHeader leaves it out",
            InvoiceRows.TERMS,
            "terms of payment; without terms under dynamics.invoiceHeader and invoices.header it is left out",
            InvoiceRows.DUE_DATE,
            "the day of payment; dueDate: false under dynamics.invoiceHeader and invoices.header leaves it out",
            InvoiceRows.DOCUMENT_NUMBER,
            "a number of the vendor; documentNumber: none under dynamics.invoiceHeader and invoices.header leaves it out");

    private static final Map<String, String> LINE = ordered(
            "HeaderReference", LINK,
            "InvoiceLineNumber", "the number of the line, by which it is found again",
            "PurchaseOrder", "the order of the line",
            "PurchLineNumber", "the line of that order",
            "ItemNumber", "the item",
            "ProcurementCategoryName", "the category of a line without an item",
            "LineDescription", "the text of the line",
            "ReceiveNow", "the quantity that is invoiced",
            "Unit", "the unit of that quantity",
            "UnitPrice", "the price",
            "PriceUnit", "the quantity that the price is for",
            "NetAmount", "the amount of the line",
            "Currency", "the currency of the line");

    private static final Map<String, String> CHARGE = ordered(
            "HeaderReference", LINK,
            "ChargeLineNumber", "the number of the charge, by which it is found again",
            "PurchaseChargeCode", "the charges code",
            "ChargeCategory", "that the charge is an amount",
            "FixedChargeAmount", "the amount of the charge",
            "ChargeAccountingCurrencyCode", "the currency of the charge",
            "ChargeDescription", "the text of the charge");

    /** Every field of a set that is used; those of the key are needed. */
    static List<UsedField> of(UsedSet set, Extent extent) {
        return switch (set) {
            case INVOICES -> written(List.of("dataAreaId", "HeaderReference"), header(extent));
            case INVOICE_LINES -> written(List.of("dataAreaId"), LINE);
            case INVOICE_CHARGES -> written(List.of("dataAreaId"), CHARGE);
            case INVOICE_LINE_CHARGES -> written(List.of("dataAreaId", "InvoiceLineNumber"), CHARGE);
            case ATTACHMENTS -> written(List.of("dataAreaId"), attachment(extent));
            case POSTED ->
                fields(
                        List.of("dataAreaId", "SourceKey", "InvoiceAccount", "InvoiceId", "InvoiceDate", "PurchId"),
                        List.of(
                                "LedgerVoucher",
                                "InternalInvoiceId",
                                "CurrencyCode",
                                "InvoiceAmount",
                                "ImportedAmount",
                                "ImportedSalesTax"));
            case POSTED_LINES ->
                fields(
                        List.of("dataAreaId", "SourceKey", "PurchId", "PurchaseLineLineNumber", "Qty", "PurchUnit"),
                        List.of("InvoiceId", "InternalInvoiceId", "LineAmount"));
            case RECEIPTS ->
                fields(
                        List.of(
                                "dataAreaId",
                                "RecordId",
                                "PurchaseOrderNumber",
                                "PurchaseOrderLineNumber",
                                "PurchaseUnitSymbol",
                                "ReceivedPurchaseQuantity"),
                        List.of("ProductReceiptNumber"));
            case ORDER_CHARGES ->
                fields(
                        List.of("dataAreaId", "PurchaseOrderNumber", "ChargeLineNumber", "PurchaseChargeCode"),
                        List.of("ChargeCategory", "FixedChargeAmount", "ChargeDescription"));
            case ORDER_LINE_CHARGES ->
                fields(
                        List.of(
                                "dataAreaId",
                                "PurchaseOrderNumber",
                                "PurchaseOrderLineNumber",
                                "ChargeLineNumber",
                                "PurchaseChargeCode"),
                        List.of("ChargeCategory", "FixedChargeAmount", "ChargeDescription"));
            case PRODUCTS -> fields(List.of("dataAreaId", "ItemNumber", "ProductNumber"), List.of());
            case UNITS -> fields(List.of("FromUnitSymbol", "ToUnitSymbol", "Factor"), List.of());
            case PRODUCT_UNITS ->
                fields(List.of("ProductNumber", "FromUnitSymbol", "ToUnitSymbol", "Factor"), List.of());
            default ->
                EntitySet.named(set.names().get(0)).map(UsedField::described).orElseGet(List::of);
        };
    }

    private static Map<String, String> attachment(Extent extent) {
        Map<String, String> all = new LinkedHashMap<>(NOTE);
        if (extent.attachments() == Attachments.ALL) {
            all.putAll(FILE);
        }
        return all;
    }

    private static Map<String, String> header(Extent extent) {
        Map<String, String> all = new LinkedHashMap<>(HEADER);
        HEADER_BEYOND.forEach((name, purpose) -> {
            if (extent.headerFields().contains(name)) {
                all.put(name, purpose);
            }
        });
        return all;
    }

    private static List<UsedField> described(EntitySet set) {
        return fields(
                set.key(),
                set.properties().stream()
                        .filter(property -> !set.key().contains(property))
                        .toList());
    }

    private static List<UsedField> fields(List<String> needed, List<String> read) {
        List<UsedField> all = new ArrayList<>();
        needed.forEach(name -> all.add(new UsedField(name, Use.NEEDED, "")));
        read.forEach(name -> all.add(new UsedField(name, Use.READ, "")));
        return List.copyOf(all);
    }

    private static List<UsedField> written(List<String> needed, Map<String, String> purposes) {
        List<UsedField> all = new ArrayList<>(fields(needed, List.of()));
        purposes.forEach((name, purpose) -> all.add(new UsedField(name, Use.WRITTEN, purpose)));
        return List.copyOf(all);
    }

    private static Map<String, String> ordered(String... namesAndPurposes) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndPurposes.length; i += 2) {
            all.put(namesAndPurposes[i], namesAndPurposes[i + 1]);
        }
        return all;
    }

    /** For a person: the name, and what it is for. */
    String inWords() {
        return name
                + Optional.of(purpose)
                        .filter(text -> !text.isEmpty())
                        .map(text -> " (" + text + ")")
                        .orElse("");
    }
}
