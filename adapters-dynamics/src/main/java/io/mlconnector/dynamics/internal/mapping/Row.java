package io.mlconnector.dynamics.internal.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlconnector.domain.ordering.document.PlaceNumbers;
import io.mlconnector.domain.ordering.document.ProductVariant;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import io.mlconnector.domain.words.DecimalBounds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A row of an entity set, parsed leniently: unknown members are ignored, missing optional members count as empty.
 *
 * @param json the row
 */
record Row(JsonNode json) {

    /** A text; empty if absent or null. Leading blanks are kept: some item numbers begin with them. */
    String text(String property) {
        return json.path(property).asText("").equals("null")
                ? ""
                : json.path(property).asText("").stripTrailing();
    }

    /** The first of these texts that is not empty. */
    String firstText(String... properties) {
        for (String property : properties) {
            if (!text(property).isBlank()) {
                return text(property);
            }
        }
        return "";
    }

    Optional<String> someText(String property) {
        return Optional.of(text(property)).filter(text -> !text.isBlank());
    }

    /** A number, sent as a JSON number or string; zero if absent. */
    BigDecimal number(String property) {
        JsonNode node = json.path(property);
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            if (!DecimalBounds.within(number)) {
                throw new UnreadableRow(property + " has more digits than a number of F&O can have");
            }
            return number;
        }
        String text = node.asText("").strip();
        try {
            return text.isEmpty() ? BigDecimal.ZERO : DecimalBounds.read(text);
        } catch (NumberFormatException e) {
            throw new UnreadableRow(property + " is not a number that F&O can have");
        }
    }

    /** Whether the row has this member at all. */
    boolean has(String property) {
        return json.hasNonNull(property);
    }

    boolean yes(String property) {
        JsonNode node = json.path(property);
        return node.isBoolean() ? node.booleanValue() : node.asText("").equalsIgnoreCase("Yes");
    }

    /** A date; F&O writes noon UTC, and 1900-01-01 for no date (reference dynamics, section 2.6). */
    Optional<LocalDate> day(String property) {
        String text = text(property);
        if (text.length() < 10 || text.startsWith("1900-01-01")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException e) {
            throw new UnreadableRow(property + " is not a date: " + text);
        }
    }

    LegalEntity legalEntity() {
        return new LegalEntity(required("dataAreaId"));
    }

    String required(String property) {
        return someText(property).orElseThrow(() -> new UnreadableRow(property + " is missing"));
    }

    VendorAccount vendor() {
        return new VendorAccount(required("OrderVendorAccountNumber"));
    }

    /** An empty value means that the vendor itself is the invoice account (reference dynamics, section 4.5). */
    VendorAccount invoiceVendor() {
        return someText("InvoiceVendorAccountNumber").map(VendorAccount::new).orElseGet(this::vendor);
    }

    CurrencyCode currency() {
        return new CurrencyCode(required("CurrencyCode"));
    }

    Optional<ItemNumber> item() {
        return someText("ItemNumber").map(ItemNumber::new);
    }

    /** The product dimensions; an order line and an external number name them alike. */
    ProductVariant variant() {
        return new ProductVariant(
                text("ProductConfigurationId"),
                text("ProductColorId"),
                text("ProductSizeId"),
                text("ProductStyleId"),
                text("ProductVersionId"));
    }

    Quantity orderedQuantity() {
        return new Quantity(number("OrderedPurchaseQuantity"), new UnitSymbol(required("PurchaseUnitSymbol")));
    }

    /** A missing or zero price quantity means one. */
    Price price() {
        BigDecimal per = number("PurchasePriceQuantity");
        return new Price(number("PurchasePrice"), per.signum() > 0 ? per : BigDecimal.ONE);
    }

    /** Numbers of the place of delivery besides its code. */
    PlaceNumbers placeNumbers() {
        return new PlaceNumbers(text("DeliveryAddressLocationId"), text("DeliveryAddressDunsNumber"));
    }

    /** Where the invoice goes; empty if the row does not say. */
    Optional<Address> invoiceAddress() {
        Address address = new Address(
                "",
                "",
                street("InvoiceAddress"),
                text("InvoiceAddressCity"),
                text("InvoiceAddressState"),
                text("InvoiceAddressZipCode"),
                text("InvoiceAddressCountryRegionId"));
        return (address.street() + address.city() + address.postalCode()).isBlank()
                ? Optional.empty()
                : Optional.of(address);
    }

    /** F&O keeps the number of the house by itself where the country's format has it so; the street may hold it all the same. */
    private String street(String prefix) {
        String street = text(prefix + "Street");
        String number = text(prefix + "StreetNumber").strip();
        if (number.isEmpty() || List.of(street.split("[\\s,]+")).contains(number)) {
            return street;
        }
        return street.isBlank() ? number : street + " " + number;
    }

    Optional<Address> deliveryAddress() {
        Address address = new Address(
                firstText(
                        "ReceivingWarehouseId",
                        "DefaultReceivingWarehouseId",
                        "ReceivingSiteId",
                        "DefaultReceivingSiteId",
                        "DeliveryAddressLocationId"),
                firstText("DeliveryAddressName", "DeliveryAddressDescription"),
                street("DeliveryAddress"),
                text("DeliveryAddressCity"),
                text("DeliveryAddressStateId"),
                text("DeliveryAddressZipCode"),
                firstText("DeliveryAddressCountryRegionISOCode", "DeliveryAddressCountryRegionId"));
        boolean placed = !(address.street() + address.city() + address.postalCode() + address.code()).isBlank();
        return placed ? Optional.of(address) : Optional.empty();
    }
}
