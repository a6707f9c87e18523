package io.mlconnector.foreign;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.olingo.commons.api.data.Entity;

/** What people do in F&O, to the rows of the server. */
public final class Clerk {

    private final Rows rows;
    private int journal = 1;

    /** At this server. */
    public Clerk(OlingoServer server) {
        this.rows = server.rows;
    }

    /** There is an order with these lines. */
    public void order(String company, String vendor, String number, int lines, String item) {
        rows.enter(
                "PurchaseOrderHeadersV2",
                Map.of(
                        "dataAreaId", company,
                        "PurchaseOrderNumber", number,
                        "OrderVendorAccountNumber", vendor,
                        "InvoiceVendorAccountNumber", vendor,
                        "CurrencyCode", "USD"));
        for (int line = 1; line <= lines; line++) {
            rows.enter(
                    "PurchaseOrderLinesV2",
                    Map.of(
                            "dataAreaId", company,
                            "PurchaseOrderNumber", number,
                            "LineNumber", line,
                            "ItemNumber", item,
                            "OrderedPurchaseQuantity", "10",
                            "PurchaseUnitSymbol", "ea"));
        }
    }

    /** Posts a pending invoice: its rows leave the pending sets, and rows of the journal come. */
    public void post(String company, String reference) {
        Entity header = of("VendorInvoiceHeaders", company, reference).get(0);
        String internal = "IN-" + journal;
        BigDecimal total = BigDecimal.ZERO;
        for (Entity line : of("VendorInvoiceLines", company, reference)) {
            Map<String, Object> posted = new HashMap<>();
            posted.put("dataAreaId", company);
            posted.put("SourceKey", rows.count("VendInvoiceTransBiEntities") + 1);
            posted.put("InvoiceId", WriteRules.value(header, "InvoiceNumber"));
            posted.put("InternalInvoiceId", internal);
            posted.put("PurchId", WriteRules.value(line, "PurchaseOrder"));
            posted.put("PurchaseLineLineNumber", WriteRules.value(line, "PurchLineNumber"));
            posted.put("Qty", WriteRules.value(line, "ReceiveNow"));
            posted.put("PurchUnit", WriteRules.value(line, "Unit"));
            posted.put("LineAmount", WriteRules.value(line, "NetAmount"));
            rows.enter("VendInvoiceTransBiEntities", posted);
            total = total.add(new BigDecimal(WriteRules.value(line, "NetAmount").toString()));
        }
        Map<String, Object> posted = new HashMap<>();
        posted.put("dataAreaId", company);
        posted.put("SourceKey", journal);
        posted.put("InvoiceId", WriteRules.value(header, "InvoiceNumber"));
        posted.put("InvoiceAccount", WriteRules.value(header, "InvoiceAccount"));
        posted.put("PurchId", WriteRules.value(header, "PurchaseOrderNumber"));
        posted.put("InvoiceDate", WriteRules.value(header, "InvoiceDate"));
        posted.put("CurrencyCode", WriteRules.value(header, "Currency"));
        posted.put("LedgerVoucher", "V-" + journal);
        posted.put("InternalInvoiceId", internal);
        posted.put("InvoiceAmount", total);
        posted.put("ImportedAmount", WriteRules.value(header, "ImportedAmount"));
        rows.enter("VendInvoiceJourBiEntities", posted);
        journal++;
        for (String set : List.of(
                "VendorInvoiceHeaderCharges",
                "VendorInvoiceLineCharges",
                "VendorInvoiceLines",
                "VendorInvoiceHeaders")) {
            of(set, company, reference).forEach(row -> rows.remove(set, row));
        }
    }

    private List<Entity> of(String set, String company, String reference) {
        return rows.all(set).stream()
                .filter(row -> WriteRules.same(row, "dataAreaId", company)
                        && WriteRules.same(row, "HeaderReference", reference))
                .toList();
    }

    /** Receives goods of an order line. */
    public void receive(String company, String order, long line, String quantity) {
        rows.enter(
                "ProductReceiptLines",
                Map.of(
                        "dataAreaId", company,
                        "RecordId", rows.count("ProductReceiptLines") + 1,
                        "PurchaseOrderNumber", order,
                        "PurchaseOrderLineNumber", line,
                        "PurchaseUnitSymbol", "ea",
                        "ReceivedPurchaseQuantity", quantity,
                        "ProductReceiptNumber", "PR-1"));
    }

    /** How many invoices there are, pending and posted. */
    public int invoices() {
        return rows.count("VendorInvoiceHeaders") + rows.count("VendInvoiceJourBiEntities");
    }
}
