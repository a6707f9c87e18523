package io.mlconnector.twin.dynamics.payables;

import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Tables;
import io.mlconnector.twin.dynamics.odata.Values;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The actions of accounts payable: list pending invoices and post them. */
public final class Payables {

    private final Tables tables;
    private final Clock clock;
    private final boolean journalDescriptions;
    private final List<PendingInvoice> posted = new ArrayList<>();
    private final List<InvoiceAttachment> attachedToPosted = new ArrayList<>();

    public Payables(Tables tables, Clock clock, boolean journalDescriptions) {
        this.journalDescriptions = journalDescriptions;
        this.tables = tables;
        this.clock = clock;
    }

    public List<PendingInvoice> pending() {
        return tables.all(EntitySets.INVOICES).stream().map(this::invoice).toList();
    }

    public List<PendingInvoice> received() {
        List<PendingInvoice> all = new ArrayList<>(posted);
        all.addAll(pending());
        return List.copyOf(all);
    }

    /** Everything that was attached to invoices, pending and posted. */
    public List<InvoiceAttachment> attachments() {
        List<InvoiceAttachment> all = new ArrayList<>(attachedToPosted);
        pendingHeaders().forEach(header -> attachmentsOf(header).forEach(row -> all.add(attachment(header, row))));
        return List.copyOf(all);
    }

    private List<Row> pendingHeaders() {
        return tables.all(EntitySets.INVOICES);
    }

    private List<Row> attachmentsOf(Row header) {
        return partsOf(EntitySets.INVOICE_ATTACHMENTS, header);
    }

    private static InvoiceAttachment attachment(Row header, Row row) {
        return new InvoiceAttachment(
                row.text("dataAreaId"),
                row.text("HeaderReference"),
                header.text("InvoiceNumber"),
                row.text("TypeId"),
                row.text("Name"),
                row.text("Notes"),
                row.text("FileName"),
                row.text("FileType"),
                row.text("FileContents"));
    }

    /** A clerk keys an invoice; it is pending. */
    public void key(PendingInvoice invoice) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("dataAreaId", invoice.legalEntity());
        header.put("HeaderReference", invoice.headerReference());
        header.put("InvoiceAccount", invoice.invoiceAccount());
        header.put("VendorAccount", invoice.invoiceAccount());
        header.put("InvoiceNumber", invoice.invoiceNumber());
        header.put("PurchaseOrderNumber", invoice.purchaseOrderNumber());
        header.put("InvoiceDate", invoice.invoiceDate().atTime(12, 0).toInstant(ZoneOffset.UTC));
        header.put("Currency", invoice.currency());
        header.put("ImportedAmount", invoice.importedAmount());
        header.put("ImportedSalesTax", invoice.importedTax());
        tables.insert(EntitySets.INVOICES, header);
        invoice.lines().forEach(line -> keyLine(invoice.legalEntity(), invoice.headerReference(), line));
    }

    /** A clerk keys a line of a pending invoice. */
    public void keyLine(String legalEntity, String headerReference, PendingInvoice.Line line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dataAreaId", legalEntity);
        values.put("HeaderReference", headerReference);
        values.put("InvoiceLineNumber", line.number());
        values.put("PurchaseOrder", line.purchaseOrderNumber());
        values.put("PurchLineNumber", line.purchaseOrderLine());
        values.put("ItemNumber", line.itemNumber());
        values.put("ReceiveNow", line.quantity());
        values.put("Unit", line.unit());
        values.put("UnitPrice", line.price());
        values.put("PriceUnit", line.priceUnit());
        values.put("NetAmount", line.netAmount());
        tables.insert(EntitySets.INVOICE_LINES, values);
    }

    /** Moves an invoice from the pending list to the journal. */
    public long post(String legalEntity, String headerReference) {
        Row header = tables.find(EntitySets.INVOICES, legalEntity, headerReference);
        if (header == null) {
            throw new IllegalArgumentException("no pending invoice " + headerReference + " in " + legalEntity);
        }
        PendingInvoice invoice = invoice(header);
        long sourceKey = journal(header, invoice);
        partsOf(EntitySets.INVOICE_HEADER_CHARGES, header).forEach(tables::delete);
        partsOf(EntitySets.INVOICE_LINE_CHARGES, header).forEach(tables::delete);
        attachmentsOf(header).forEach(row -> {
            attachedToPosted.add(attachment(header, row));
            tables.delete(row);
        });
        linesOf(header).forEach(tables::delete);
        tables.delete(header);
        posted.add(new PendingInvoice(
                invoice.legalEntity(),
                invoice.headerReference(),
                invoice.invoiceAccount(),
                invoice.invoiceNumber(),
                invoice.purchaseOrderNumber(),
                invoice.invoiceDate(),
                invoice.currency(),
                invoice.lines(),
                invoice.charges(),
                invoice.importedAmount(),
                invoice.importedTax(),
                invoice.netTotal(),
                true));
        closeOrders(invoice);
        return sourceKey;
    }

    private long journal(Row header, PendingInvoice invoice) {
        BigDecimal quantity =
                invoice.lines().stream().map(PendingInvoice.Line::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        long sourceKey = Tables.FIRST_REC_ID + posted.size();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dataAreaId", invoice.legalEntity());
        values.put("SourceKey", sourceKey);
        values.put("InvoiceId", invoice.invoiceNumber());
        values.put("InvoiceAccount", invoice.invoiceAccount());
        values.put("OrderAccount", header.value("VendorAccount"));
        values.put("PurchId", invoice.purchaseOrderNumber());
        values.put("InvoiceDate", header.value("InvoiceDate"));
        values.put("DueDate", header.value("DueDate"));
        values.put("DocumentDate", header.value("InvoiceDate"));
        values.put("DocumentNum", header.value("DocumentNumber"));
        values.put("LedgerVoucher", "APIV-%06d".formatted(posted.size() + 1));
        values.put("InternalInvoiceId", invoice.headerReference());
        values.put("CurrencyCode", invoice.currency());
        values.put("InvoiceAmount", invoice.total());
        values.put("SumMarkup", invoice.total().subtract(invoice.netTotal()).subtract(invoice.importedTax()));
        values.put("SumTax", invoice.importedTax());
        values.put("SalesBalance", invoice.netTotal());
        values.put("Qty", quantity);
        values.put("ImportedAmount", header.value("ImportedAmount"));
        values.put("ImportedSalesTax", header.value("ImportedSalesTax"));
        if (journalDescriptions) {
            values.put("Description", header.value("InvoiceDescription"));
        }
        values.put("CreatedOn", clock.instant());
        values.put("SysModifiedDateTime", clock.instant());
        tables.insert(EntitySets.POSTED_INVOICES, values);
        invoice.lines().forEach(line -> journalLine(invoice, line));
        return sourceKey;
    }

    private void journalLine(PendingInvoice invoice, PendingInvoice.Line line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dataAreaId", invoice.legalEntity());
        values.put(
                "SourceKey",
                Tables.FIRST_REC_ID
                        + tables.all(EntitySets.POSTED_INVOICE_LINES).size());
        values.put("InvoiceId", invoice.invoiceNumber());
        values.put("InternalInvoiceId", invoice.headerReference());
        values.put("PurchId", line.purchaseOrderNumber());
        values.put("OrigPurchId", line.purchaseOrderNumber());
        values.put("PurchaseLineLineNumber", line.purchaseOrderLine());
        values.put("LineNum", line.number());
        values.put("ItemId", line.itemNumber());
        values.put("Qty", line.quantity());
        values.put("PurchUnit", line.unit());
        values.put("PurchPrice", line.price());
        values.put("PriceUnit", line.priceUnit());
        values.put("LineAmount", line.netAmount());
        values.put("CurrencyCode", invoice.currency());
        values.put("CreatedOn", clock.instant());
        values.put("SysModifiedDateTime", clock.instant());
        tables.insert(EntitySets.POSTED_INVOICE_LINES, values);
    }

    /** An order is invoiced once nothing is left to invoice on any of its lines. */
    private void closeOrders(PendingInvoice invoice) {
        invoice.lines().stream()
                .map(PendingInvoice.Line::purchaseOrderNumber)
                .filter(number -> !number.isEmpty())
                .distinct()
                .forEach(number -> close(invoice.legalEntity(), number));
    }

    private void close(String legalEntity, String orderNumber) {
        Row order = tables.find(EntitySets.ORDERS, legalEntity, orderNumber);
        boolean open = tables
                .where(
                        EntitySets.ORDER_LINES,
                        line -> line.is("dataAreaId", legalEntity)
                                && line.is("PurchaseOrderNumber", orderNumber)
                                && !line.is("PurchaseOrderLineStatus", "Canceled"))
                .stream()
                .anyMatch(line -> invoiced(legalEntity, orderNumber, line.integer("LineNumber"))
                                .compareTo(line.decimal("OrderedPurchaseQuantity"))
                        < 0);
        if (order != null && !open) {
            tables.update(order, Map.of("PurchaseOrderStatus", "Invoiced"));
        }
    }

    private BigDecimal invoiced(String legalEntity, String orderNumber, long lineNumber) {
        return posted.stream()
                .filter(invoice -> invoice.legalEntity().equals(legalEntity))
                .flatMap(invoice -> invoice.lines().stream())
                .filter(line ->
                        line.purchaseOrderNumber().equals(orderNumber) && line.purchaseOrderLine() == lineNumber)
                .map(PendingInvoice.Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Row> linesOf(Row header) {
        return tables.where(
                EntitySets.INVOICE_LINES,
                line -> line.is("dataAreaId", header.text("dataAreaId"))
                        && line.is("HeaderReference", header.text("HeaderReference")));
    }

    private List<Row> partsOf(String set, Row header) {
        return tables.where(
                set,
                part -> part.is("dataAreaId", header.text("dataAreaId"))
                        && part.is("HeaderReference", header.text("HeaderReference")));
    }

    private List<PendingInvoice.Charge> charges(Row header) {
        List<PendingInvoice.Charge> charges = new ArrayList<>();
        for (Row row : partsOf(EntitySets.INVOICE_HEADER_CHARGES, header)) {
            charges.add(charge(row, 0));
        }
        for (Row row : partsOf(EntitySets.INVOICE_LINE_CHARGES, header)) {
            charges.add(charge(row, row.decimal("InvoiceLineNumber").longValue()));
        }
        return charges;
    }

    private static PendingInvoice.Charge charge(Row row, long line) {
        return new PendingInvoice.Charge(
                line, row.text("PurchaseChargeCode"), Values.plain(row.decimal("FixedChargeAmount")));
    }

    private PendingInvoice invoice(Row header) {
        List<PendingInvoice.Line> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        String order = header.text("PurchaseOrderNumber");
        for (Row line : linesOf(header)) {
            order = order.isEmpty() ? line.text("PurchaseOrder") : order;
            total = total.add(line.decimal("NetAmount"));
            lines.add(new PendingInvoice.Line(
                    Values.plain(line.decimal("InvoiceLineNumber")),
                    line.text("PurchaseOrder"),
                    line.integer("PurchLineNumber"),
                    line.text("ItemNumber"),
                    Values.plain(line.decimal("ReceiveNow")),
                    line.text("Unit"),
                    Values.plain(line.decimal("UnitPrice")),
                    Values.plain(line.decimal("PriceUnit")),
                    line.text("ProcurementCategoryName"),
                    Values.plain(line.decimal("NetAmount"))));
        }
        return new PendingInvoice(
                header.text("dataAreaId"),
                header.text("HeaderReference"),
                header.text("InvoiceAccount"),
                header.text("InvoiceNumber"),
                order,
                LocalDate.ofInstant(header.instant("InvoiceDate"), ZoneOffset.UTC),
                header.text("Currency"),
                lines,
                charges(header),
                Values.plain(header.decimal("ImportedAmount")),
                Values.plain(header.decimal("ImportedSalesTax")),
                Values.plain(total),
                false);
    }
}
