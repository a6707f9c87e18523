package io.mlconnector.twin.dynamics.payables;

import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Rules;
import io.mlconnector.twin.dynamics.entity.Tables;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pending vendor invoices: lines. */
public final class InvoiceLineRules implements Rules {

    private static final String TABLE = "VendInvoiceInfoLine";

    private final Tables tables;

    private final BlockedItems blocked;

    public InvoiceLineRules(Tables tables, BlockedItems blocked) {
        this.tables = tables;
        this.blocked = blocked;
    }

    @Override
    public Map<String, Object> insert(EntitySet set, Map<String, Object> given) {
        String company = text(given, "dataAreaId");
        String reference = text(given, "HeaderReference");
        if (reference.isEmpty()) {
            throw Refusal.record(set, TABLE, "Warning: Field 'Header reference' must be filled in.");
        }
        Row header = tables.find(EntitySets.INVOICES, company, reference);
        if (header == null) {
            throw Refusal.relatedTable(set, "HeaderReference", reference, "Header reference", "Vendor invoice header");
        }
        Row orderLine = orderLine(set, given, company, header);
        String item = text(given, "ItemNumber");
        if (!item.isEmpty() && tables.find(EntitySets.PRODUCTS, company, item) == null) {
            throw Refusal.relatedTable(set, "ItemNumber", item, "Item number", "Released products");
        }
        if (orderLine != null && !item.isEmpty() && !orderLine.is("ItemNumber", item)) {
            throw Refusal.record(
                    set,
                    TABLE,
                    "Error: Item number " + item + " differs from item number " + orderLine.text("ItemNumber")
                            + " of purchase order " + orderLine.text("PurchaseOrderNumber"));
        }
        if (blocked.has(company, item)) {
            throw Refusal.record(set, TABLE, "Warning: Item '" + item + "' is blocked for 'Purchase order'.");
        }
        Map<String, Object> values = new LinkedHashMap<>(given);
        defaults(values, header, orderLine);
        if (orderLine == null
                && item.isEmpty()
                && text(values, "ProcurementCategoryName").isEmpty()) {
            throw Refusal.record(
                    set, TABLE, "Error: Either an item number or a procurement category must be specified.");
        }
        return values;
    }

    private @Nullable Row orderLine(EntitySet set, Map<String, Object> given, String company, Row header) {
        String order = text(given, "PurchaseOrder");
        if (order.isEmpty()) {
            return null;
        }
        Row orderHeader = tables.find(EntitySets.ORDERS, company, order);
        if (orderHeader == null) {
            throw Refusal.relatedTable(set, "PurchaseOrder", order, "Purchase order", "Purchase orders");
        }
        if (!orderHeader.is("InvoiceVendorAccountNumber", header.text("InvoiceAccount"))) {
            throw Refusal.record(
                    set,
                    TABLE,
                    "Error: Purchase order " + order + " does not belong to invoice account "
                            + header.text("InvoiceAccount"));
        }
        Object number = given.get("PurchLineNumber");
        Row line = number == null ? null : tables.find(EntitySets.ORDER_LINES, company, order, number);
        if (number != null && line == null) {
            throw Refusal.relatedTable(
                    set, "PurchLineNumber", number.toString(), "Line number", "Purchase order lines");
        }
        return line;
    }

    private void defaults(Map<String, Object> values, Row header, @Nullable Row orderLine) {
        values.putIfAbsent("InvoiceLineNumber", nextNumber(header));
        values.putIfAbsent("LineNumber", values.getOrDefault("InvoiceLineNumber", BigDecimal.ONE));
        values.putIfAbsent("Currency", header.text("Currency"));
        values.putIfAbsent("InvoiceAccount", header.text("InvoiceAccount"));
        values.putIfAbsent("VendorAccount", header.text("VendorAccount"));
        values.putIfAbsent("DataAreaCompany", header.text("dataAreaId"));
        if (orderLine != null) {
            values.putIfAbsent("ItemNumber", orderLine.text("ItemNumber"));
            values.putIfAbsent("ItemName", orderLine.text("LineDescription"));
            values.putIfAbsent("LineDescription", orderLine.text("LineDescription"));
            values.putIfAbsent("ProcurementCategoryName", orderLine.text("ProcurementProductCategoryName"));
            values.putIfAbsent("Unit", orderLine.text("PurchaseUnitSymbol"));
            values.putIfAbsent("UnitPrice", orderLine.decimal("PurchasePrice"));
            values.putIfAbsent("PriceUnit", orderLine.decimal("PurchasePriceQuantity"));
        }
        values.putIfAbsent("PriceUnit", BigDecimal.ONE);
        values.putIfAbsent("NetAmount", netAmount(values));
        values.putIfAbsent("Amount", values.getOrDefault("NetAmount", BigDecimal.ZERO));
    }

    private BigDecimal nextNumber(Row header) {
        BigDecimal last = BigDecimal.ZERO;
        for (Row line : tables.all(EntitySets.INVOICE_LINES)) {
            if (line.is("dataAreaId", header.text("dataAreaId"))
                    && line.is("HeaderReference", header.text("HeaderReference"))) {
                last = last.max(line.decimal("InvoiceLineNumber"));
            }
        }
        return last.add(BigDecimal.ONE);
    }

    private static BigDecimal netAmount(Map<String, Object> values) {
        BigDecimal per = decimal(values, "PriceUnit");
        BigDecimal price = decimal(values, "UnitPrice");
        BigDecimal each = per.signum() == 0 ? price : price.divide(per, MathContext.DECIMAL64);
        return decimal(values, "ReceiveNow").multiply(each).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal decimal(Map<String, Object> values, String name) {
        return values.get(name) instanceof BigDecimal decimal ? decimal : BigDecimal.ZERO;
    }

    private static String text(Map<String, Object> values, String name) {
        return values.getOrDefault(name, "").toString();
    }
}
