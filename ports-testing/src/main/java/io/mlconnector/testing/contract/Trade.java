package io.mlconnector.testing.contract;

import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
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
                List.of(lines));
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
                Optional.empty());
    }
}
