package io.mlconnector.twin.dynamics.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entity sets this simulator knows. */
public final class EntitySets {

    public static final String ORDERS = "PurchaseOrderHeadersV2";
    public static final String ORDER_LINES = "PurchaseOrderLinesV2";
    public static final String CONFIRMATIONS = "PurchaseOrderConfirmationHeaders";
    public static final String CONFIRMATION_LINES = "PurchaseOrderConfirmationLines";
    public static final String HEADER_CHARGES = "PurchaseOrderHeaderCharges";
    public static final String LINE_CHARGES = "PurchaseOrderLineChargesV2";
    public static final String ORDER_NOTES = "PurchaseOrderHeaderDocumentAttachments";
    public static final String ORDER_LINE_NOTES = "PurchaseOrderLineDocumentAttachments";
    public static final String VENDORS = "VendorsV2";
    public static final String VENDORS_V3 = "VendorsV3";
    public static final String VENDOR_PRODUCTS = "VendorProductDescriptionsV2";
    public static final String PRODUCTS = "ReleasedProductsV2";
    public static final String BARCODES = "ProductBarcodesV3";
    public static final String UNITS = "UnitsOfMeasure";
    public static final String UNIT_CONVERSIONS = "UnitOfMeasureConversions";
    public static final String PRODUCT_UNIT_CONVERSIONS = "ProductUnitOfMeasureConversions";
    public static final String PRODUCT_SPECIFIC_UNIT_CONVERSIONS = "ProductSpecificUnitOfMeasureConversions";
    public static final String LEGAL_ENTITIES = "LegalEntities";
    public static final String INVOICES = "VendorInvoiceHeaders";
    public static final String INVOICE_LINES = "VendorInvoiceLines";
    public static final String INVOICE_HEADER_CHARGES = "VendorInvoiceHeaderCharges";
    public static final String INVOICE_LINE_CHARGES = "VendorInvoiceLineCharges";
    public static final String INVOICE_ATTACHMENTS = "VendorInvoiceDocumentAttachments";
    public static final String POSTED_INVOICES = "VendInvoiceJourBiEntities";
    public static final String POSTED_INVOICE_LINES = "VendInvoiceTransBiEntities";
    public static final String RECEIPT_LINES = "ProductReceiptLines";

    private static final Map<String, EntitySet> ALL = new LinkedHashMap<>();

    static {
        for (String name : List.of(
                ORDERS,
                ORDER_LINES,
                CONFIRMATIONS,
                CONFIRMATION_LINES,
                HEADER_CHARGES,
                LINE_CHARGES,
                ORDER_NOTES,
                ORDER_LINE_NOTES,
                VENDORS,
                VENDORS_V3,
                VENDOR_PRODUCTS,
                PRODUCTS,
                BARCODES,
                UNITS,
                UNIT_CONVERSIONS,
                PRODUCT_UNIT_CONVERSIONS,
                PRODUCT_SPECIFIC_UNIT_CONVERSIONS,
                LEGAL_ENTITIES,
                INVOICES,
                INVOICE_LINES,
                INVOICE_HEADER_CHARGES,
                INVOICE_LINE_CHARGES,
                INVOICE_ATTACHMENTS,
                POSTED_INVOICES,
                POSTED_INVOICE_LINES,
                RECEIPT_LINES)) {
            ALL.put(name, EntitySet.load(name));
        }
    }

    private EntitySets() {}

    public static Iterable<EntitySet> all() {
        return ALL.values();
    }

    public static @Nullable EntitySet find(String name) {
        return ALL.get(name);
    }

    public static EntitySet get(String name) {
        EntitySet set = ALL.get(name);
        if (set == null) {
            throw new IllegalArgumentException("no entity set " + name);
        }
        return set;
    }
}
