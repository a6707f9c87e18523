package io.mlconnector.foreign;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.olingo.commons.api.data.Entity;
import org.apache.olingo.server.api.ODataApplicationException;
import org.jspecify.annotations.Nullable;

/** What F&O demands of rows that are written (reference dynamics, sections 4.7 to 4.12 and 8), as far as it is relied upon. */
final class WriteRules {

    private static final String HEADERS = "VendorInvoiceHeaders";
    private static final String LINES = "VendorInvoiceLines";
    private static final String REFERENCE = "HeaderReference";
    private static final Set<String> CHARGES = Set.of("VendorInvoiceHeaderCharges", "VendorInvoiceLineCharges");

    /** Charges codes that there are. */
    private static final Set<String> CODES = Set.of("FREIGHT", "DISCOUNT");

    private WriteRules() {}

    /**
     * Before a row is created.
     *
     * @param values of the row; a reference is added where none is given
     */
    static void insert(Rows rows, String set, Map<String, Object> values) throws ODataApplicationException {
        if (set.equals(HEADERS)) {
            unusedNumber(rows, values);
            values.putIfAbsent(REFERENCE, "VIH-" + rows.all(HEADERS).size());
        } else if (set.equals(LINES)) {
            header(rows, values);
            orderLine(rows, values);
        } else if (CHARGES.contains(set)) {
            header(rows, values);
            charge(rows, values);
        }
    }

    private static void unusedNumber(Rows rows, Map<String, Object> values) throws ODataApplicationException {
        Object number = values.get("InvoiceNumber");
        boolean pending =
                rows.all(HEADERS).stream().anyMatch(row -> ofVendor(row, values) && same(row, "InvoiceNumber", number));
        boolean posted = rows.all("VendInvoiceJourBiEntities").stream()
                .anyMatch(row -> ofVendor(row, values) && same(row, "InvoiceId", number));
        if (pending || posted) {
            throw refused("Invoice number " + number + " has already been used.");
        }
    }

    private static boolean ofVendor(Entity row, Map<String, Object> values) {
        return same(row, "dataAreaId", values.get("dataAreaId"))
                && same(row, "InvoiceAccount", values.get("InvoiceAccount"));
    }

    private static void header(Rows rows, Map<String, Object> values) throws ODataApplicationException {
        if (rows.all(HEADERS).stream().noneMatch(row -> under(row, values))) {
            throw refused("The value '" + values.get(REFERENCE)
                    + "' in field 'Header reference' is not found in the related table.");
        }
    }

    private static void orderLine(Rows rows, Map<String, Object> values) throws ODataApplicationException {
        if (values.get("PurchaseOrder") != null
                && rows.all("PurchaseOrderLinesV2").stream()
                        .noneMatch(row -> same(row, "dataAreaId", values.get("dataAreaId"))
                                && same(row, "PurchaseOrderNumber", values.get("PurchaseOrder"))
                                && same(row, "LineNumber", values.get("PurchLineNumber")))) {
            throw refused("The value '" + values.get("PurchLineNumber")
                    + "' in field 'Line number' is not found in the related table 'Purchase order lines'.");
        }
    }

    private static void charge(Rows rows, Map<String, Object> values) throws ODataApplicationException {
        Object line = values.get("InvoiceLineNumber");
        if (line != null
                && rows.all(LINES).stream()
                        .noneMatch(row -> under(row, values) && same(row, "InvoiceLineNumber", line))) {
            throw refused("Invoice line " + line + " is not found.");
        }
        if (!CODES.contains(String.valueOf(values.get("PurchaseChargeCode")))) {
            throw refused("The value '" + values.get("PurchaseChargeCode")
                    + "' in field 'Charges code' is not found in the related table 'Charges code'.");
        }
    }

    /** Before a row is deleted. */
    static void delete(Rows rows, String set, Entity row) throws ODataApplicationException {
        if (set.equals(HEADERS)
                && rows.all(LINES).stream()
                        .anyMatch(line -> same(line, "dataAreaId", value(row, "dataAreaId"))
                                && same(line, REFERENCE, value(row, REFERENCE)))) {
            throw refused("The vendor invoice cannot be deleted while dependent lines exist.");
        }
    }

    private static boolean under(Entity row, Map<String, Object> values) {
        return same(row, "dataAreaId", values.get("dataAreaId")) && same(row, REFERENCE, values.get(REFERENCE));
    }

    static Object value(Entity row, String property) {
        return row.getProperty(property).getValue();
    }

    /** Texts without regard to case, numbers by what they are worth. */
    static boolean same(Entity row, String property, @Nullable Object other) {
        Object value = value(row, property);
        return value instanceof Number number
                ? other != null && new BigDecimal(number.toString()).compareTo(new BigDecimal(other.toString())) == 0
                : String.valueOf(value).equalsIgnoreCase(String.valueOf(other));
    }

    private static ODataApplicationException refused(String why) {
        return new ODataApplicationException(why, 400, Locale.ROOT);
    }
}
