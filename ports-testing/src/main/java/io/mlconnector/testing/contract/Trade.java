package io.mlconnector.testing.contract;

import io.mlconnector.domain.ordering.document.OrderCharge;
import io.mlconnector.domain.ordering.document.OrderCharge.Category;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderKind;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.OrderTotals;
import io.mlconnector.domain.ordering.document.PlaceNumbers;
import io.mlconnector.domain.ordering.document.ProductVariant;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.ItemNumber;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Orders to test with. */
public final class Trade {

    /** The company that the user sees by itself. */
    public static final LegalEntity USMF = new LegalEntity("usmf");

    /** Another company. */
    public static final LegalEntity DAT = new LegalEntity("dat");

    /** Who delivers every order. */
    public static final VendorAccount VENDOR = new VendorAccount("V-1");

    /** What F&O's header says of {@link #detailed}. */
    private static final OrderTotals TOTALS = new OrderTotals(
            new BigDecimal("64.96"),
            BigDecimal.ZERO,
            new BigDecimal("0.97"),
            new BigDecimal("36.97"),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            new BigDecimal("100.96"),
            new BigDecimal("14"));

    private Trade() {}

    /** A revision of an order. */
    public static PurchaseOrder order(
            LegalEntity legalEntity, String number, int revision, LocalDate today, OrderLine... lines) {
        return new PurchaseOrder(
                new OrderKey(legalEntity, number, number + "-" + revision),
                today,
                LocalDate.of(2026, 2, 1),
                VENDOR,
                VENDOR,
                new CurrencyCode("USD"),
                "their-4711",
                Optional.of(LocalDate.of(2026, 4, 1)),
                "Net30",
                "FOB",
                "",
                Optional.of(new Address("WH-1", "Main store", "1 Main St", "Springfield", "IL", "62701", "USA")),
                List.of(lines),
                OrderDetails.NONE);
    }

    /** The first revision of an order in which every optional part says something. */
    static PurchaseOrder detailed(LegalEntity legalEntity, String number, LocalDate today) {
        OrderDetails details = new OrderDetails(
                "Truck",
                "ACME-FREIGHT",
                Optional.of(LocalDate.of(2026, 3, 17)),
                Optional.of(LocalDate.of(2026, 4, 2)),
                Optional.of(LocalDate.of(2026, 3, 18)),
                "2D10",
                new BigDecimal("2"),
                new BigDecimal("1.5"),
                "jane@contoso.example",
                "030",
                "P-17",
                "Food",
                List.of("Dock 4, ring twice"),
                List.of(
                        new OrderCharge("FREIGHT", Category.FIXED, new BigDecimal("35"), "Freight to the dock"),
                        new OrderCharge("INSURE", Category.PERCENT, new BigDecimal("1.5"), "Insurance")),
                BigDecimal.ZERO,
                Optional.of(TOTALS),
                OrderKind.UNKNOWN,
                true,
                "",
                Optional.of(new Address("", "", "9 Bill St", "Gary", "IN", "46402", "USA")),
                new PlaceNumbers("L-1", "061234567"));
        OrderLineDetails ofFirst = new OrderLineDetails(
                new BigDecimal("5"),
                new BigDecimal("0.25"),
                Optional.of(LocalDate.of(2026, 3, 19)),
                Optional.of(LocalDate.of(2026, 4, 3)),
                Optional.of(LocalDate.of(2026, 3, 20)),
                List.of(),
                "STORE 7",
                "REQ-42",
                List.of(new OrderCharge("HANDLING", Category.PER_UNIT, new BigDecimal("0.10"), "Handling")),
                Optional.of(new ProductVariant("", "RED", "L", "", "")),
                Optional.of("V000017"),
                new BigDecimal("1"),
                new BigDecimal("0.05"),
                new BigDecimal("3"),
                "Rail",
                "DDP",
                List.of(),
                new PlaceNumbers("L-2", "067654321"));
        Address otherDock = new Address("WH-2", "Other store", "2 Side St", "Shelbyville", "IN", "46176", "USA");
        PurchaseOrder plain = order(legalEntity, number, 1, today);
        return new PurchaseOrder(
                plain.key(),
                plain.confirmationDate(),
                plain.orderDate(),
                plain.vendor(),
                new VendorAccount("V-PAYEE"),
                plain.currency(),
                plain.vendorReference(),
                plain.requestedDelivery(),
                plain.paymentTerms(),
                plain.deliveryTerms(),
                "Jane Doe",
                plain.deliveryAddress(),
                List.of(
                        placed(identified(line(1, "A-1", "10", "2.50"), "V-99", "4006381333931"), otherDock, ofFirst),
                        placed(
                                line(2, "B-2", "4", "9.99"),
                                plain.deliveryAddress().orElseThrow(),
                                OrderLineDetails.NONE)),
                details);
    }

    /** The same line, wanted on a day of its own at this address. */
    private static OrderLine placed(OrderLine line, Address address, OrderLineDetails details) {
        return new OrderLine(
                line.number(),
                line.item(),
                line.category(),
                line.description(),
                line.quantity(),
                line.price(),
                line.netAmount(),
                line.vendorItem(),
                line.barcode(),
                Optional.of(LocalDate.of(2026, 4, 5)),
                line.cancelled(),
                Optional.of(address),
                details);
    }

    /** A line that buys a stocked item by the piece. */
    public static OrderLine line(long number, String item, String quantity, String price) {
        return line(number, Optional.of(new ItemNumber(item)), "", "item " + item, quantity, price, "1", "", "", false);
    }

    /** The same line priced for so many units. */
    public static OrderLine pricedPer(OrderLine line, String units) {
        return line(
                line.number(),
                line.item(),
                line.category(),
                line.description(),
                line.quantity().amount().toPlainString(),
                line.price().amount().toPlainString(),
                units,
                "",
                "",
                false);
    }

    /** The same line with the vendor's number and a barcode. */
    public static OrderLine identified(OrderLine line, String vendorItem, String barcode) {
        return line(
                line.number(),
                line.item(),
                line.category(),
                line.description(),
                line.quantity().amount().toPlainString(),
                line.price().amount().toPlainString(),
                line.price().per().toPlainString(),
                vendorItem,
                barcode,
                false);
    }

    /** A line that buys something that is no stocked item. */
    public static OrderLine categoryLine(long number, String category, String description) {
        return line(number, Optional.empty(), category, description, "1", "100", "1", "", "", false);
    }

    /** The same line, not bought any more. */
    public static OrderLine cancelled(OrderLine line) {
        return line(
                line.number(),
                line.item(),
                line.category(),
                line.description(),
                line.quantity().amount().toPlainString(),
                line.price().amount().toPlainString(),
                line.price().per().toPlainString(),
                line.vendorItem().orElse(""),
                line.barcode().orElse(""),
                true);
    }

    private static OrderLine line(
            long number,
            Optional<ItemNumber> item,
            String category,
            String description,
            String quantity,
            String price,
            String per,
            String vendorItem,
            String barcode,
            boolean cancelled) {
        Price each = new Price(new BigDecimal(price), new BigDecimal(per));
        BigDecimal amount = new BigDecimal(quantity);
        return new OrderLine(
                number,
                item,
                category,
                description,
                new Quantity(amount, new UnitSymbol("ea")),
                each,
                each.times(amount),
                Optional.of(vendorItem).filter(text -> !text.isEmpty()),
                Optional.of(barcode).filter(text -> !text.isEmpty()),
                Optional.empty(),
                cancelled,
                Optional.empty(),
                OrderLineDetails.NONE);
    }
}
