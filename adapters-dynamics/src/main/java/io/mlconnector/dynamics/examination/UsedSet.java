package io.mlconnector.dynamics.examination;

import java.util.List;

/**
 * An entity set that is used, and what for. The data entity is named for whoever gives rights: by the usual naming the privileges of
 * {@code XEntity} are {@code XEntityView} and {@code XEntityMaintain}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list cannot be changed
public enum UsedSet {
    /** Confirmations of orders. */
    CONFIRMATION_HEADERS(
            For.CONFIRMATIONS,
            "PurchPurchaseOrderConfirmationHeaderEntity",
            "confirmed orders are found by it",
            "PurchaseOrderConfirmationHeaders"),
    /** Their lines. */
    CONFIRMATION_LINES(
            For.CONFIRMATIONS,
            "PurchPurchaseOrderConfirmationLineEntity",
            "confirmed orders are read from it",
            "PurchaseOrderConfirmationLines"),
    /** Orders in their present state. */
    ORDER_HEADERS(
            For.ALL, "PurchPurchaseOrderHeaderV2Entity", "invoices are matched with it", "PurchaseOrderHeadersV2"),
    /** Their lines. */
    ORDER_LINES(For.ALL, "PurchPurchaseOrderLineV2Entity", "invoices are matched with it", "PurchaseOrderLinesV2"),
    /** Charges of orders. */
    ORDER_CHARGES(
            For.MORE,
            "PurchPurchaseOrderHeaderChargeEntity",
            "charges of orders are not told one by one, and those of invoices are not compared with them",
            "PurchaseOrderHeaderCharges"),
    /** Charges of order lines. */
    ORDER_LINE_CHARGES(
            For.MORE,
            "PurchPurchaseOrderLineChargeV2Entity",
            "charges of order lines are not told one by one, and those of invoices are not compared with them",
            "PurchaseOrderLineChargesV2"),
    /** Notes of orders. */
    ORDER_NOTES(
            For.HEADER_NOTES,
            "PurchPurchaseOrderHeaderDocumentAttachmentEntity",
            "dynamics.orders.notes asks for it; orders wait for it",
            "PurchaseOrderHeaderDocumentAttachments"),
    /** Notes of order lines. */
    ORDER_LINE_NOTES(
            For.LINE_NOTES,
            "PurchPurchaseOrderLineDocumentAttachmentEntity",
            "dynamics.orders.notes: all asks for it; orders wait for it. Without such a set, say header",
            "PurchaseOrderLineDocumentAttachments"),
    /** Vendors. */
    VENDORS(For.ALL, "VendVendorV2Entity", "vendors are found by it", "VendorsV2"),
    /** What vendors call items. */
    VENDOR_ITEMS(
            For.ALL, "VendVendorProductDescriptionV2Entity", "items are named by it", "VendorProductDescriptionsV2"),
    /** Barcodes. */
    BARCODES(For.ALL, "EcoResProductBarcodeV3Entity", "items are named by it", "ProductBarcodesV3"),
    /** Companies. */
    LEGAL_ENTITIES(For.MORE, "OMLegalEntity", "we are named by our code instead of our name", "LegalEntities"),
    /** Product numbers of items. */
    PRODUCTS(
            For.MORE,
            "EcoResReleasedProductV2Entity",
            "conversions of units are found by item number only",
            "ReleasedProductsV2"),
    /** Conversions of units that are true of every product. */
    UNITS(
            For.MORE,
            "UnitOfMeasureConversionEntity",
            "documents in another unit than their order are held",
            "UnitOfMeasureConversions"),
    /** Conversions of units of products. */
    PRODUCT_UNITS(
            For.MORE,
            "EcoResProductSpecificUnitOfMeasureConversionEntity",
            "documents in another unit than their order are held",
            "ProductUnitOfMeasureConversions",
            "ProductSpecificUnitOfMeasureConversions"),
    /** Units. */
    UNIT_SYMBOLS(
            For.MORE,
            "UnitOfMeasureEntity",
            "translations of units are entered only with --unchecked",
            "UnitsOfMeasure"),
    /** Pending invoices. */
    INVOICES(For.INVOICES, "VendorInvoiceHeaderEntity", "invoices are created in it", "VendorInvoiceHeaders"),
    /** Their lines. */
    INVOICE_LINES(For.INVOICES, "VendorInvoiceLineEntity", "invoices are created in it", "VendorInvoiceLines"),
    /** Their charges. */
    INVOICE_CHARGES(
            For.MORE_OF_INVOICES,
            "VendorInvoiceHeaderChargeEntity",
            "invoices with header charges cannot be created",
            "VendorInvoiceHeaderCharges"),
    /** Charges of their lines. */
    INVOICE_LINE_CHARGES(
            For.MORE_OF_INVOICES,
            "VendorInvoiceLineChargeEntity",
            "invoices with line charges cannot be created",
            "VendorInvoiceLineCharges"),
    /** What explains them, attached to them. */
    ATTACHMENTS(
            For.ATTACHMENTS,
            "VendorInvoiceDocumentAttachmentEntity",
            "attachments (under dynamics, or invoices of a partner) asks for it; invoices are posted without. If it cannot be had, say"
                    + " attachments: none",
            "VendorInvoiceDocumentAttachments"),
    /** Posted invoices. */
    POSTED(
            For.INVOICES,
            "VendInvoiceJourBiEntity",
            "invoices that were posted already are recognised by it",
            "VendInvoiceJourBiEntities"),
    /** Lines of posted invoices. */
    POSTED_LINES(
            For.MORE_OF_INVOICES,
            "VendInvoiceTransBiEntity",
            "quantities that were invoiced before cannot be compared",
            "VendInvoiceTransBiEntities"),
    /** Product receipts. */
    RECEIPTS(
            For.MORE_OF_INVOICES,
            "VendProductReceiptLineEntity",
            "quantities that were received cannot be compared",
            "ProductReceiptLines",
            "ProductReceiptLinesV2");

    /** Who needs a set. */
    enum For {
        /** Orders and invoices. */
        ALL,
        /** Confirmed orders where they are read from their confirmations. */
        CONFIRMATIONS,
        /** Notes of orders, if they are told. */
        HEADER_NOTES,
        /** Notes of lines, if they are told. */
        LINE_NOTES,
        /** Invoices. */
        INVOICES,
        /** Invoices to which something is attached. */
        ATTACHMENTS,
        /** Orders and invoices, which do with less without it. */
        MORE,
        /** Invoices, which do with less without it. */
        MORE_OF_INVOICES;

        /** Whether something is left that can be done without it. */
        boolean lessWithout() {
            return this == MORE || this == MORE_OF_INVOICES;
        }
    }

    private final For use;
    private final String entity;
    private final String words;
    private final List<String> names;

    UsedSet(For use, String entity, String words, String... names) {
        this.use = use;
        this.entity = entity;
        this.words = words;
        this.names = List.of(names);
    }

    For use() {
        return use;
    }

    /** What it is for, or what follows without it where something is left. */
    String words() {
        return words;
    }

    /** The data entity behind it, as privileges name it. */
    public String entity() {
        return entity;
    }

    /** Its names in the address: the first one that can be read is used. */
    public List<String> names() {
        return names;
    }
}
