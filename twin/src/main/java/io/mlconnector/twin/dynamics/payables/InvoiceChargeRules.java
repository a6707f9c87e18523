package io.mlconnector.twin.dynamics.payables;

import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Rules;
import io.mlconnector.twin.dynamics.entity.Tables;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pending vendor invoices: charges of headers and of lines. */
public final class InvoiceChargeRules implements Rules {

    private static final String TABLE = "MarkupTrans";

    private final Tables tables;
    private final ChargesCodes codes;

    public InvoiceChargeRules(Tables tables, ChargesCodes codes) {
        this.tables = tables;
        this.codes = codes;
    }

    @Override
    public Map<String, Object> insert(EntitySet set, Map<String, Object> given) {
        String company = text(given, "dataAreaId");
        String reference = text(given, "HeaderReference");
        Row header = tables.find(EntitySets.INVOICES, company, reference);
        if (header == null) {
            throw Refusal.relatedTable(set, "HeaderReference", reference, "Header reference", "Vendor invoice header");
        }
        Object line = given.get("InvoiceLineNumber");
        boolean ofLine = set.name().equals(EntitySets.INVOICE_LINE_CHARGES);
        if (ofLine && (line == null || tables.find(EntitySets.INVOICE_LINES, company, reference, line) == null)) {
            throw Refusal.relatedTable(
                    set,
                    "InvoiceLineNumber",
                    line == null ? "" : line.toString(),
                    "Invoice line number",
                    "Vendor invoice line");
        }
        String code = text(given, "PurchaseChargeCode");
        if (code.isEmpty()) {
            throw Refusal.record(set, TABLE, "Warning: Field 'Charges code' must be filled in.");
        }
        if (!codes.has(company, code)) {
            throw Refusal.relatedTable(set, "PurchaseChargeCode", code, "Charges code", "Charges code");
        }
        if (!(given.get("FixedChargeAmount") instanceof BigDecimal amount) || amount.scale() > 2) {
            throw Refusal.record(set, TABLE, "Warning: Field 'Charges value' must be filled in.");
        }
        Map<String, Object> values = new LinkedHashMap<>(given);
        values.putIfAbsent("ChargeAccountingCurrencyCode", header.text("Currency"));
        return values;
    }

    private static String text(Map<String, Object> values, String name) {
        return values.getOrDefault(name, "").toString();
    }
}
