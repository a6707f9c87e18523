package io.mlconnector.twin.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The partners, vendors and items of the demonstration. */
final class DemoCatalog {

    private static final Partner.Side US = new Partner.Side("ZZ", "CONTOSO", "CONTOSO");

    private DemoCatalog() {}

    static List<LegalEntity> legalEntities() {
        return List.of(
                new LegalEntity(
                        "usmf",
                        "Contoso Entertainment System USA",
                        "USD",
                        delivery("Main warehouse", "100 Harbor Road", "Springfield", "IL", "62701", "USA", "24", "1")),
                new LegalEntity(
                        "gbsi",
                        "Contoso Orange Juice GB",
                        "GBP",
                        delivery("Reading depot", "7 Kings Road", "Reading", "", "RG1 3AA", "GBR", "61", "6")));
    }

    private static Map<String, Object> delivery(
            String name,
            String street,
            String city,
            String state,
            String zip,
            String country,
            String warehouse,
            String site) {
        return Map.of(
                "DeliveryAddressName", name,
                "DeliveryAddressStreet", street,
                "DeliveryAddressCity", city,
                "DeliveryAddressStateId", state,
                "DeliveryAddressZipCode", zip,
                "DeliveryAddressCountryRegionId", country,
                "DefaultReceivingWarehouseId", warehouse,
                "DefaultReceivingSiteId", site,
                "DeliveryAddressLocationId", "0000" + warehouse,
                "PaymentTermsName", "Net30");
    }

    static List<Partner> partners() {
        return List.of(
                partner(
                        "acme",
                        "Acme Foods",
                        Map.of("usmf", "1001", "gbsi", "GB-77"),
                        new Partner.Side("01", "123456789", "ACME"),
                        "004010"),
                partner(
                        "globex",
                        "Globex Supply",
                        Map.of("usmf", "1002"),
                        new Partner.Side("ZZ", "GLOBEX", "GLOBEX"),
                        "005010"),
                partner(
                        "initech",
                        "Initech Parts",
                        Map.of("gbsi", "GB-80", "usmf", "1003"),
                        new Partner.Side("12", "5125550142", "INITECH"),
                        "004010"));
    }

    private static Partner partner(
            String id, String name, Map<String, String> vendors, Partner.Side them, String version) {
        return new Partner(id, name, vendors, US, them, version, "/upload/" + id, "/download/" + id);
    }

    static List<Item> items() {
        return List.of(
                item("F-1001", "Corn chips 12 oz", "ea", "1.85", 1, "03600029145", "acme", "AF-CC12", true),
                item("F-1002", "Corn chips case of 12", "cs", "19.8", 1, "1003600029145", "acme", "AF-CC12C", false),
                item("F-1003", "Salsa mild 500 g", "ea", "2.345", 1, "400638133393", "acme", "AF-SM500", false),
                item("F-1004", "Rice long grain", "kg", "1.12", 1, "400638133394", "acme", "AF-RLG", true),
                item("F-1005", "Eggs, large", "dz", "3.05", 1, "03600029147", "acme", "AF-EGGL", false),
                item("F-1006", "Tortillas 20", "pcs", "1.4", 1, "", "acme", "AF-TOR20", true),
                item("S-2001", "Paper cups 300 ml", "pcs", "4.75", 100, "501234567890", "globex", "GX-300", true),
                item("S-2002", "Napkins white", "box", "12.5", 1, "501234567891", "globex", "GX-NW", false),
                item("S-2003", "Cleaning cloth", "ea", "0.89", 1, "01234567890", "globex", "GX-CL", false),
                item("S-2004", "Detergent", "kg", "3.6", 1, "501234567893", "globex", "", false),
                item("S-2005", "Gloves nitrile", "box", "8.95", 1, "501234567894", "globex", "GX-GN", true),
                item("P-3001", "Hex bolt M8x40", "pcs", "0.085", 1, "761234567800", "initech", "IT-M8-40", true),
                item("P-3002", "Washer M8", "box", "6.2", 1, "761234567801", "initech", "IT-W8", false),
                item("P-3003", "Drill bit set", "ea", "27.9", 1, "761234567802", "initech", "IT-DBS", true),
                item("P-3004", "Cable ties", "box", "5.15", 1, "", "initech", "IT-CT", false),
                item("P-3005", "Grease tube", "cs", "44.4", 1, "1761234567803", "initech", "", false));
    }

    private static Item item(
            String number,
            String name,
            String unit,
            String price,
            int priceQuantity,
            String gtinWithoutCheckDigit,
            String partner,
            String vendorNumber,
            boolean numberOnLine) {
        String gtin = gtinWithoutCheckDigit.isEmpty() ? "" : Gtin.complete(gtinWithoutCheckDigit);
        return new Item(
                number, name, unit, new BigDecimal(price), priceQuantity, gtin, partner, vendorNumber, numberOnLine);
    }
}
