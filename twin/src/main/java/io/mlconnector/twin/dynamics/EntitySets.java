package io.mlconnector.twin.dynamics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entity sets this simulator knows. */
final class EntitySets {

    static final String ORDERS = "PurchaseOrderHeadersV2";
    static final String ORDER_LINES = "PurchaseOrderLinesV2";
    static final String CONFIRMATIONS = "PurchaseOrderConfirmationHeaders";
    static final String CONFIRMATION_LINES = "PurchaseOrderConfirmationLines";
    static final String HEADER_CHARGES = "PurchaseOrderHeaderCharges";
    static final String LINE_CHARGES = "PurchaseOrderLineChargesV2";
    static final String VENDORS = "VendorsV2";
    static final String VENDORS_V3 = "VendorsV3";
    static final String VENDOR_PRODUCTS = "VendorProductDescriptionsV2";
    static final String PRODUCTS = "ReleasedProductsV2";
    static final String BARCODES = "ProductBarcodesV3";
    static final String UNITS = "UnitsOfMeasure";
    static final String LEGAL_ENTITIES = "LegalEntities";
    static final String INVOICES = "VendorInvoiceHeaders";
    static final String INVOICE_LINES = "VendorInvoiceLines";
    static final String POSTED_INVOICES = "VendInvoiceJourBiEntities";

    private static final Map<String, EntitySet> ALL = new LinkedHashMap<>();

    static {
        for (String name : List.of(
                ORDERS,
                ORDER_LINES,
                CONFIRMATIONS,
                CONFIRMATION_LINES,
                HEADER_CHARGES,
                LINE_CHARGES,
                VENDORS,
                VENDORS_V3,
                VENDOR_PRODUCTS,
                PRODUCTS,
                BARCODES,
                UNITS,
                LEGAL_ENTITIES,
                INVOICES,
                INVOICE_LINES,
                POSTED_INVOICES)) {
            ALL.put(name, EntitySet.load(name));
        }
    }

    private EntitySets() {}

    static Iterable<EntitySet> all() {
        return ALL.values();
    }

    static @Nullable EntitySet find(String name) {
        return ALL.get(name);
    }

    static EntitySet get(String name) {
        EntitySet set = ALL.get(name);
        if (set == null) {
            throw new IllegalArgumentException("no entity set " + name);
        }
        return set;
    }
}
