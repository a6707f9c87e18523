package io.mlconnector.twin.dynamics;

import io.mlconnector.twin.dynamics.entity.EntitySets;
import io.mlconnector.twin.dynamics.entity.Row;
import io.mlconnector.twin.dynamics.entity.Tables;
import io.mlconnector.twin.dynamics.payables.ChargesCodes;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Companies, vendors, products, units and charges codes of the simulated F&O, entered as an administrator would. */
public final class MasterData {

    private final Object lock;
    private final Tables tables;
    private final ChargesCodes chargesCodes;

    /** Into these tables, under their lock. */
    MasterData(Object lock, Tables tables, ChargesCodes chargesCodes) {
        this.lock = lock;
        this.tables = tables;
        this.chargesCodes = chargesCodes;
    }

    /**
     * Adds a company.
     *
     * @param id its id, lower case
     */
    public void addLegalEntity(String id) {
        addLegalEntity(id, id);
    }

    /**
     * Adds a company with a name.
     *
     * @param id its id, lower case
     * @param name its name
     */
    public void addLegalEntity(String id, String name) {
        synchronized (lock) {
            insert(EntitySets.LEGAL_ENTITIES, Map.of("LegalEntityId", id, "Name", name, "LanguageId", "en-US"));
        }
    }

    /**
     * Adds a vendor, visible in both versions of the vendor entity.
     *
     * @param vendor the vendor
     */
    public void addVendor(Vendor vendor) {
        synchronized (lock) {
            String search =
                    vendor.name().substring(0, Math.min(20, vendor.name().length()));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("dataAreaId", vendor.legalEntity());
            values.put("VendorAccountNumber", vendor.account());
            values.put("VendorOrganizationName", vendor.name());
            values.put("VendorSearchName", search);
            values.put("VendorGroupId", "10");
            values.put("VendorPartyType", "Organization");
            values.put("CurrencyCode", vendor.currency());
            values.put("DefaultPaymentTermsName", "Net30");
            values.put("LanguageId", "en-US");
            insert(EntitySets.VENDORS, values);
            insert(EntitySets.VENDORS_V3, values);
        }
    }

    /**
     * Adds a released product.
     *
     * @param product the product
     */
    public void addProduct(Product product) {
        synchronized (lock) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("dataAreaId", product.legalEntity());
            values.put("ItemNumber", product.itemNumber());
            values.put("ProductNumber", product.itemNumber());
            values.put("ProductSearchName", product.name());
            values.put("SearchName", product.name());
            values.put("PurchaseUnitSymbol", product.unit());
            values.put("InventoryUnitSymbol", product.unit());
            values.put("SalesUnitSymbol", product.unit());
            values.put("PurchasePrice", product.price());
            values.put("PurchasePriceQuantity", product.priceQuantity());
            insert(EntitySets.PRODUCTS, values);
        }
    }

    /**
     * Adds what a vendor calls an item.
     *
     * @param legalEntity company
     * @param vendorAccount vendor
     * @param itemNumber our item
     * @param vendorProductNumber the vendor's number
     * @param description the vendor's description
     */
    public void addVendorProductDescription(
            String legalEntity,
            String vendorAccount,
            String itemNumber,
            String vendorProductNumber,
            String description) {
        synchronized (lock) {
            insert(
                    EntitySets.VENDOR_PRODUCTS,
                    Map.of(
                            "dataAreaId", legalEntity,
                            "ItemNumber", itemNumber,
                            "VendorAccountNumber", vendorAccount,
                            "VendorProductNumber", vendorProductNumber,
                            "VendorProductDescription", description));
        }
    }

    /**
     * Adds a vendor's number for a variant of an item, kept for the vendor or for a description group of his own.
     *
     * @param legalEntity company
     * @param vendorAccount the vendor, entered if it is not there yet
     * @param ofGroup whether the number is kept for the vendor's group
     * @param itemNumber our item
     * @param dimensions product dimensions by their names
     * @param vendorProductNumber the vendor's number
     */
    public void addVendorProductDescription(
            String legalEntity,
            String vendorAccount,
            boolean ofGroup,
            String itemNumber,
            Map<String, Object> dimensions,
            String vendorProductNumber) {
        synchronized (lock) {
            Map<String, Object> row = new HashMap<>(dimensions);
            row.put("dataAreaId", legalEntity);
            row.put("ItemNumber", itemNumber);
            row.put("VendorProductNumber", vendorProductNumber);
            if (ofGroup) {
                String group = "G-" + vendorAccount;
                row.put("ProductDescriptionVendorGroupId", group);
                joinGroup(legalEntity, vendorAccount, group);
            } else {
                row.put("VendorAccountNumber", vendorAccount);
            }
            insert(EntitySets.VENDOR_PRODUCTS, row);
        }
    }

    /** Both versions of the vendor's entity say so; a vendor that is not there is entered. */
    private void joinGroup(String legalEntity, String vendorAccount, String group) {
        if (tables.find(EntitySets.VENDORS, legalEntity, vendorAccount) == null) {
            addVendor(new Vendor(legalEntity, vendorAccount, vendorAccount, "USD"));
        }
        for (String set : List.of(EntitySets.VENDORS, EntitySets.VENDORS_V3)) {
            Row vendor = tables.find(set, legalEntity, vendorAccount);
            if (vendor != null) {
                tables.update(vendor, Map.of("ProductDescriptionVendorGroupId", group));
            }
        }
    }

    /**
     * Adds a bar code of a variant.
     *
     * @param legalEntity company
     * @param itemNumber item
     * @param dimensions product dimensions by their names
     * @param unit unit the code stands for
     * @param setup bar code setup, e.g. {@code UPC}
     * @param barcode the code
     */
    public void addBarcode(
            String legalEntity,
            String itemNumber,
            Map<String, Object> dimensions,
            String unit,
            String setup,
            String barcode) {
        synchronized (lock) {
            Map<String, Object> row = new HashMap<>(dimensions);
            row.put("dataAreaId", legalEntity);
            row.put("ItemNumber", itemNumber);
            row.put("ProductQuantityUnitSymbol", unit);
            row.put("BarcodeSetupId", setup);
            row.put("Barcode", barcode);
            row.put("ProductQuantity", BigDecimal.ONE);
            row.put("IsDefaultScannedBarcode", "Yes");
            insert(EntitySets.BARCODES, row);
        }
    }

    /**
     * Adds a bar code.
     *
     * @param legalEntity company
     * @param itemNumber item
     * @param unit unit the code stands for
     * @param setup bar code setup, e.g. {@code UPC}
     * @param barcode the code
     */
    public void addBarcode(String legalEntity, String itemNumber, String unit, String setup, String barcode) {
        synchronized (lock) {
            insert(
                    EntitySets.BARCODES,
                    Map.of(
                            "dataAreaId", legalEntity,
                            "ItemNumber", itemNumber,
                            "ProductQuantityUnitSymbol", unit,
                            "BarcodeSetupId", setup,
                            "Barcode", barcode,
                            "ProductQuantity", BigDecimal.ONE,
                            "IsDefaultScannedBarcode", "Yes"));
        }
    }

    /**
     * Adds a unit of measure.
     *
     * @param symbol its symbol
     * @param unitClass its class, e.g. {@code Quantity}
     * @param decimals decimal precision
     */
    public void addUnit(String symbol, String unitClass, int decimals) {
        synchronized (lock) {
            insert(
                    EntitySets.UNITS,
                    Map.of(
                            "UnitSymbol", symbol,
                            "UnitClass", unitClass,
                            "UnitDescription", symbol,
                            "DecimalPrecision", (long) decimals));
        }
    }

    /**
     * Sets up a conversion of units; the two entities of conversions of products both show it.
     *
     * @param product product number; empty for one that is true of every product
     * @param from unit that is converted
     * @param to unit that comes out
     * @param factor how many of {@code to} are {@code denominator} of {@code from}
     * @param denominator usually 1
     */
    public void addUnitConversion(String product, String from, String to, BigDecimal factor, long denominator) {
        synchronized (lock) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("FromUnitSymbol", from);
            values.put("ToUnitSymbol", to);
            values.put("Factor", factor);
            values.put("Numerator", 1L);
            values.put("Denominator", denominator);
            values.put("Rounding", "Nearest");
            if (product.isEmpty()) {
                insert(EntitySets.UNIT_CONVERSIONS, values);
                return;
            }
            values.put("ProductNumber", product);
            insert(EntitySets.PRODUCT_UNIT_CONVERSIONS, values);
            insert(EntitySets.PRODUCT_SPECIFIC_UNIT_CONVERSIONS, values);
        }
    }

    /**
     * Sets up a charges code of accounts payable.
     *
     * @param legalEntity company
     * @param code its code, e.g. {@code FREIGHT}
     */
    public void addChargesCode(String legalEntity, String code) {
        chargesCodes.add(legalEntity, code);
    }

    private void insert(String set, Map<String, Object> values) {
        tables.insert(set, values);
    }
}
