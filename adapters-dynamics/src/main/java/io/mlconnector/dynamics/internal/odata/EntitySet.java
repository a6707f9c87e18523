package io.mlconnector.dynamics.internal.odata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The entity sets that are read, each described once: its key, so that pages do not shift, and the properties that are used, so that
 * nothing else is asked for (reference dynamics, section 4). A tenant may lack some of the properties; see {@link Selection}.
 */
@SuppressWarnings("ImmutableEnumChecker") // both lists are copies that cannot be changed
public enum EntitySet {

    /** One row for each confirmation of an order. */
    CONFIRMATION_HEADERS(
            "PurchaseOrderConfirmationHeaders",
            List.of("dataAreaId", "PurchaseOrderNumber", "ConfirmationNumber", "ConfirmationDate"),
            Properties.join(
                    Properties.HEADER,
                    Properties.TOTALS,
                    List.of("TotalDiscountPercentage", "ReceivingWarehouseId", "ReceivingSiteId"))),
    /** The lines of a confirmation. */
    CONFIRMATION_LINES(
            "PurchaseOrderConfirmationLines",
            List.of("dataAreaId", "PurchaseOrderNumber", "LineNumber"),
            Properties.join(List.of("ConfirmationNumber", "ConfirmationDate"), Properties.LINE)),
    /** Orders in their present state. */
    ORDER_HEADERS(
            "PurchaseOrderHeadersV2",
            List.of("dataAreaId", "PurchaseOrderNumber"),
            List.of(
                    "OrderVendorAccountNumber",
                    "InvoiceVendorAccountNumber",
                    "CurrencyCode",
                    "DocumentApprovalStatus",
                    "PurchaseOrderStatus")),
    /** The same with all that is told to a vendor, read where confirmations cannot be. */
    ORDERS_IN_FULL(
            "PurchaseOrderHeadersV2",
            List.of("dataAreaId", "PurchaseOrderNumber"),
            Properties.join(
                    Properties.HEADER,
                    List.of(
                            "DocumentApprovalStatus",
                            "TotalDiscountPercentage",
                            "ModifiedDateTime1",
                            "ModifiedDateTime"))),
    /** Their lines. */
    ORDER_LINES(
            "PurchaseOrderLinesV2",
            List.of("dataAreaId", "PurchaseOrderNumber", "LineNumber"),
            Properties.join(Properties.LINE, List.of("VendorInvoiceMatchingPolicy", "AllowedOverdeliveryPercentage"))),
    /** Documents attached to the headers of orders, notes among them. */
    ORDER_NOTES("PurchaseOrderHeaderDocumentAttachments", List.of("dataAreaId", "DocumentId"), Properties.NOTE),
    /** The same of lines; no part of the standard. */
    ORDER_LINE_NOTES(
            "PurchaseOrderLineDocumentAttachments",
            List.of("dataAreaId", "DocumentId"),
            Properties.join(Properties.NOTE, List.of("PurchaseOrderLineNumber", "LineNumber"))),
    /** Item numbers of vendors, and of groups of vendors. */
    VENDOR_ITEMS(
            "VendorProductDescriptionsV2",
            List.of(
                    "dataAreaId",
                    "ItemNumber",
                    "ProductColorId",
                    "ProductConfigurationId",
                    "ProductSizeId",
                    "ProductStyleId",
                    "ProductVersionId",
                    "VendorAccountNumber",
                    "ProductDescriptionVendorGroupId"),
            List.of("VendorProductNumber")),
    /** Barcodes of items. */
    BARCODES(
            "ProductBarcodesV3",
            List.of(
                    "dataAreaId",
                    "ItemNumber",
                    "ProductConfigurationId",
                    "ProductColorId",
                    "ProductSizeId",
                    "ProductStyleId",
                    "ProductVersionId",
                    "ProductQuantityUnitSymbol",
                    "BarcodeSetupId",
                    "Barcode"),
            List.of("IsDefaultScannedBarcode")),
    /** Vendors. */
    VENDORS(
            "VendorsV2",
            List.of("dataAreaId", "VendorAccountNumber"),
            List.of("VendorOrganizationName", "VendorSearchName", "OnHoldStatus", "ProductDescriptionVendorGroupId")),
    /** Companies. */
    LEGAL_ENTITIES("LegalEntities", List.of("LegalEntityId"), List.of("Name"));

    private final String text;
    private final List<String> key;
    private final List<String> properties;

    EntitySet(String text, List<String> key, List<String> others) {
        this.text = text;
        this.key = key;
        this.properties = Properties.join(key, others);
    }

    /** The set of this name; empty if it is none of those described here. */
    public static Optional<EntitySet> named(String name) {
        return Stream.of(values()).filter(set -> set.text.equals(name)).findFirst();
    }

    /** Its name in the address. */
    public String text() {
        return text;
    }

    /** Its whole key, in the order in which rows are read. */
    public List<String> key() {
        return key;
    }

    /** Everything that is used of a row, the key included. */
    public List<String> properties() {
        return properties;
    }

    /** What several sets have in common. */
    private static final class Properties {

        private static final List<String> ADDRESS = List.of(
                "DeliveryAddressLocationId",
                "DeliveryAddressDunsNumber",
                "DeliveryAddressName",
                "DeliveryAddressDescription",
                "DeliveryAddressStreet",
                "DeliveryAddressStreetNumber",
                "DeliveryAddressCity",
                "DeliveryAddressStateId",
                "DeliveryAddressZipCode",
                "DeliveryAddressCountryRegionISOCode",
                "DeliveryAddressCountryRegionId");

        /** Without the attached file itself. */
        private static final List<String> NOTE = List.of(
                "PurchaseOrderNumber",
                "DocumentAttachmentTypeCode",
                "AccessRestriction",
                "AttachmentDescription",
                "Notes");

        private static final List<String> HEADER = join(
                ADDRESS,
                List.of(
                        "OrderVendorAccountNumber",
                        "InvoiceVendorAccountNumber",
                        "CurrencyCode",
                        "PurchaseOrderStatus",
                        "PurchaseType",
                        "PurchaseOrderType",
                        "AccountingDate",
                        "VendorOrderReference",
                        "RequestedDeliveryDate",
                        "RequestedShipDate",
                        "ConfirmedDeliveryDate",
                        "ConfirmedShipDate",
                        "PaymentTermsName",
                        "DeliveryTermsId",
                        "DeliveryModeId",
                        "ShippingCarrierId",
                        "CashDiscountCode",
                        "CashDiscountPercentage",
                        "AttentionInformation",
                        "EmailAddress",
                        "Email",
                        "PurchaseOrderPoolId",
                        "ProjectId",
                        "BuyerGroupId",
                        "ReasonComment",
                        "ArePricesIncludingSalesTax",
                        "DefaultReceivingWarehouseId",
                        "DefaultReceivingSiteId",
                        "InvoiceAddressStreet",
                        "InvoiceAddressStreetNumber",
                        "InvoiceAddressCity",
                        "InvoiceAddressState",
                        "InvoiceAddressZipCode",
                        "InvoiceAddressCountryRegionId"));

        private static final List<String> TOTALS = List.of(
                "SubTotalAmount",
                "TotalLineDiscountAmount",
                "TotalDiscountAmount",
                "TotalChargeAmount",
                "TotalTaxAmount",
                "TotalRoundOffAmount",
                "TotalConfirmedAmount",
                "TotalQuantity");

        private static final List<String> LINE = join(
                ADDRESS,
                List.of(
                        "ItemNumber",
                        "ProcurementProductCategoryName",
                        "LineDescription",
                        "OrderedPurchaseQuantity",
                        "PurchaseUnitSymbol",
                        "PurchasePrice",
                        "PurchasePriceQuantity",
                        "LineAmount",
                        "ExternalItemNumber",
                        "Barcode",
                        "RequestedDeliveryDate",
                        "RequestedShippingDate",
                        "ConfirmedDeliveryDate",
                        "ConfirmedShippingDate",
                        "ConfirmedShipDate",
                        "PurchaseOrderLineStatus",
                        "IsDeleted",
                        "LineDiscountPercentage",
                        "LineDiscountAmount",
                        "MultilineDiscountPercentage",
                        "MultilineDiscountAmount",
                        "FixedPriceCharges",
                        "CustomerReference",
                        "CustomerRequisitionNumber",
                        "PurchaseRequisitionId",
                        "ProductConfigurationId",
                        "ProductColorId",
                        "ProductSizeId",
                        "ProductStyleId",
                        "ProductVersionId",
                        "RetailProductVariantNumber",
                        "DlvMode",
                        "DeliveryModeId",
                        "DlvTerm",
                        "DeliveryTermsId",
                        "LineDeliveryType",
                        "ReceivingWarehouseId",
                        "DefaultReceivingWarehouseId",
                        "ReceivingSiteId",
                        "DefaultReceivingSiteId"));

        private Properties() {}

        @SafeVarargs
        private static List<String> join(List<String>... parts) {
            Set<String> all = new LinkedHashSet<>();
            for (List<String> part : parts) {
                all.addAll(part);
            }
            return List.copyOf(new ArrayList<>(all));
        }
    }
}
