package io.mlconnector.twin.dynamics.payables;

import io.mlconnector.twin.dynamics.behaviour.DynamicsBehaviour;
import io.mlconnector.twin.dynamics.entity.EntitySet;
import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Refusal;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Rules;
import io.mlconnector.twin.dynamics.entity.Tables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Pending vendor invoices: headers. */
public final class InvoiceHeaderRules implements Rules {

    private static final String TABLE = "VendInvoiceInfoTable";

    private final DynamicsBehaviour behaviour;
    private final Tables tables;
    private final Map<String, Integer> sequences = new HashMap<>();

    public InvoiceHeaderRules(DynamicsBehaviour behaviour, Tables tables) {
        this.behaviour = behaviour;
        this.tables = tables;
    }

    @Override
    public Map<String, Object> insert(EntitySet set, Map<String, Object> given) {
        String company = given.getOrDefault("dataAreaId", "").toString();
        refuseManualReference(set, given);
        String account = given.getOrDefault("InvoiceAccount", "").toString();
        Row vendor = tables.find(EntitySets.VENDORS, company, account);
        if (!account.isEmpty() && vendor == null) {
            throw Refusal.relatedTable(set, "InvoiceAccount", account, "Invoice account", "Vendors");
        }
        refuseUnknownOrder(set, given, company);
        Map<String, Object> values = new LinkedHashMap<>(given);
        if (vendor != null) {
            values.putIfAbsent("VendorAccount", vendor.text("VendorAccountNumber"));
            values.putIfAbsent("VendorName", vendor.text("VendorOrganizationName"));
            values.putIfAbsent("Currency", vendor.text("CurrencyCode"));
            values.putIfAbsent("TermsOfPayment", vendor.text("DefaultPaymentTermsName"));
        }
        if (values.getOrDefault("HeaderReference", "").equals("")) {
            values.put("HeaderReference", nextReference(company));
        }
        requireGiven(set, values, "InvoiceAccount", "Invoice account");
        requireGiven(set, values, "InvoiceNumber", "Number");
        refuseUsedNumber(set, values, company, "");
        return values;
    }

    @Override
    public Map<String, Object> update(Row row, Map<String, Object> changes) {
        Object number = changes.get("InvoiceNumber");
        if (number != null && !row.is("InvoiceNumber", number.toString())) {
            Map<String, Object> values = new LinkedHashMap<>(row.values());
            values.putAll(changes);
            refuseUsedNumber(row.set(), values, row.text("dataAreaId"), row.text("HeaderReference"));
        }
        return changes;
    }

    @Override
    public void delete(Row row) {
        boolean hasLines = !linesOf(row).isEmpty();
        if (hasLines) {
            throw Refusal.write(
                    row.set(),
                    "Infolog: Error: Vendor invoice header " + row.text("HeaderReference")
                            + " cannot be deleted while dependent Vendor invoice line exist..");
        }
    }

    java.util.List<Row> linesOf(Row header) {
        return tables.where(
                EntitySets.INVOICE_LINES,
                line -> line.is("dataAreaId", header.text("dataAreaId"))
                        && line.is("HeaderReference", header.text("HeaderReference")));
    }

    private void refuseManualReference(EntitySet set, Map<String, Object> given) {
        boolean manual = !given.getOrDefault("HeaderReference", "").equals("");
        if (manual && behaviour.headerReferenceMode() == DynamicsBehaviour.HeaderReferenceMode.ASSIGNED) {
            throw Refusal.field(
                    set,
                    "HeaderReference",
                    "Error: Number must not be entered manually for number sequence Vend_InvRef");
        }
    }

    private void refuseUnknownOrder(EntitySet set, Map<String, Object> given, String company) {
        String order = given.getOrDefault("PurchaseOrderNumber", "").toString();
        if (!order.isEmpty() && tables.find(EntitySets.ORDERS, company, order) == null) {
            throw Refusal.relatedTable(set, "PurchaseOrderNumber", order, "Purchase order", "Purchase orders");
        }
    }

    private static void requireGiven(EntitySet set, Map<String, Object> values, String property, String label) {
        if (values.getOrDefault(property, "").equals("")) {
            throw Refusal.record(set, TABLE, "Warning: Field '" + label + "' must be filled in.");
        }
    }

    private void refuseUsedNumber(EntitySet set, Map<String, Object> values, String company, String except) {
        if (behaviour.duplicateInvoiceCheck() == DynamicsBehaviour.DuplicateInvoiceCheck.ACCEPT) {
            return;
        }
        String account = values.getOrDefault("InvoiceAccount", "").toString();
        String number = values.getOrDefault("InvoiceNumber", "").toString();
        boolean pending = tables.all(EntitySets.INVOICES).stream()
                .anyMatch(row -> row.is("dataAreaId", company)
                        && row.is("InvoiceAccount", account)
                        && row.is("InvoiceNumber", number)
                        && !row.is("HeaderReference", except));
        boolean posted = tables.all(EntitySets.POSTED_INVOICES).stream()
                .anyMatch(row -> row.is("dataAreaId", company)
                        && row.is("InvoiceAccount", account)
                        && row.is("InvoiceId", number));
        if (pending || posted) {
            throw Refusal.record(
                    set,
                    TABLE,
                    "Error: Invoice number '" + number + "' has already been used for vendor account '" + account
                            + "'.");
        }
    }

    private String nextReference(String company) {
        int next = sequences.merge(company.toLowerCase(Locale.ROOT), 1, Integer::sum);
        return "%s-VI-%06d".formatted(company.toUpperCase(Locale.ROOT), next);
    }
}
