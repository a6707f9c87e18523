package io.mlconnector.twin.dynamics.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A property of an entity.
 *
 * @param name its name
 * @param type its type
 * @param enumName the enum's name, empty unless the type is an enum
 */
public record Property(String name, EdmType type, String enumName) {

    public static final String ENUM_NAMESPACE = "Microsoft.Dynamics.DataEntities.";
    static final Instant NULL_DATE = Instant.parse("1900-01-01T12:00:00Z");
    private static final Instant NULL_DATE_TIME = Instant.parse("1900-01-01T00:00:00Z");

    private static final Map<String, String> ENUM_DEFAULTS = Map.ofEntries(
            Map.entry("NoYes", "No"),
            Map.entry("PurchStatus", "None"),
            Map.entry("VersioningDocumentState", "Draft"),
            Map.entry("VendInvoiceRequestStatus", "Draft"),
            Map.entry("PurchMatchingPolicyOption", "ThreeWayMatch"),
            Map.entry("PurchMatchingPolicyWithNotSetOption", "NotSet"),
            Map.entry("TradeWorkflowState", "NotSubmitted"),
            Map.entry("PurchPurchaseOrderCreationMethod", "Purchase"),
            Map.entry("CustVendorBlocked", "No"),
            Map.entry("VendVendorCollaborationType", "Disabled"),
            Map.entry("EcoResProductType", "Item"),
            Map.entry("EcoResProductSubtype", "Product"));

    /** Only the enums whose symbols are known in full; values of the others are accepted unchecked. */
    private static final Map<String, Set<String>> SYMBOLS = Map.of(
            "NoYes", Set.of("No", "Yes"),
            "PurchStatus", Set.of("None", "Backorder", "Received", "Invoiced", "Canceled"),
            "VersioningDocumentState",
                    Set.of("Draft", "InReview", "Rejected", "Approved", "InExternalReview", "Confirmed", "Finalized"),
            "VendInvoiceRequestStatus", Set.of("Draft", "InReview", "Approved", "Rejected", "Cancelled"));

    static Property parse(String line) {
        String[] words = line.split(" ");
        return new Property(
                words[0],
                EdmType.valueOf(words[1].toUpperCase(java.util.Locale.ROOT)),
                words.length > 2 ? words[2] : "");
    }

    public boolean hasSymbol(String symbol) {
        Set<String> known = SYMBOLS.get(enumName);
        return known == null || known.contains(symbol);
    }

    public String edmTypeName() {
        return type == EdmType.ENUM ? ENUM_NAMESPACE + enumName : type.edm();
    }

    /** The value of a property that was never set. An enum without a known default stays empty, shown as null. */
    public Object defaultValue() {
        return switch (type) {
            case STRING -> "";
            case INT32, INT64 -> 0L;
            case DECIMAL -> BigDecimal.ZERO;
            case DATE -> NULL_DATE;
            case DATETIME -> NULL_DATE_TIME;
            case ENUM -> ENUM_DEFAULTS.getOrDefault(enumName, "");
            case GUID -> "00000000-0000-0000-0000-000000000000";
            case BOOLEAN -> false;
        };
    }
}
