package io.mlconnector.x12;

import io.mlconnector.domain.interchange.ControlNumbers;
import io.mlconnector.domain.interchange.Delimiters;
import io.mlconnector.domain.interchange.Envelope;
import io.mlconnector.domain.interchange.InterchangeAddress;
import io.mlconnector.domain.interchange.Release;
import io.mlconnector.domain.interchange.Usage;
import io.mlconnector.domain.ordering.AlignedLine;
import io.mlconnector.domain.ordering.AlignedOrder;
import io.mlconnector.domain.ordering.document.OrderDetails;
import io.mlconnector.domain.ordering.document.OrderKey;
import io.mlconnector.domain.ordering.document.OrderLine;
import io.mlconnector.domain.ordering.document.OrderLineDetails;
import io.mlconnector.domain.ordering.document.PurchaseOrder;
import io.mlconnector.domain.trade.Address;
import io.mlconnector.domain.trade.CurrencyCode;
import io.mlconnector.domain.trade.LegalEntity;
import io.mlconnector.domain.trade.Price;
import io.mlconnector.domain.trade.ProductId;
import io.mlconnector.domain.trade.Quantity;
import io.mlconnector.domain.trade.UnitCode;
import io.mlconnector.domain.trade.UnitSymbol;
import io.mlconnector.domain.trade.VendorAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Orders for tests: the order of the reference's worked example, to be varied. */
final class Orders {
    static final Address WAREHOUSE =
            new Address("WH-01", "MAIN WAREHOUSE", "100 HARBOR ROAD", "SPRINGFIELD", "IL", "62701", "US");
    static final LocalDate WANTED = LocalDate.of(2026, 3, 20);

    private Orders() {}

    static AlignedLine line(long number, String quantity, String unit, Price price, String description, String... ids) {
        BigDecimal amount = new BigDecimal(quantity);
        var line = new OrderLine(
                number,
                Optional.empty(),
                "",
                description,
                new Quantity(amount, new UnitSymbol("u")),
                price,
                price.times(amount),
                Optional.empty(),
                Optional.empty(),
                Optional.of(WANTED),
                false,
                Optional.empty(),
                OrderLineDetails.NONE);
        List<ProductId> productIds = Arrays.stream(ids)
                .map(id -> new ProductId(id.substring(0, 2), id.substring(3)))
                .toList();
        return new AlignedLine(line, new UnitCode(unit), productIds);
    }

    static AlignedLine chips() {
        return line(
                1,
                "120",
                "EA",
                Price.each(new BigDecimal("9.95")),
                "CORN CHIPS 12 OZ",
                "UP:012345678905",
                "VN:ABC-1",
                "BP:ITEM-1001");
    }

    static AlignedLine cases() {
        return line(
                2,
                "10.00",
                "CA",
                Price.each(new BigDecimal("48.50")),
                "CORN CHIPS CASE OF 12",
                "UK:10012345678902",
                "VN:ABC-2",
                "BP:ITEM-1002");
    }

    static AlignedOrder of(AlignedLine... lines) {
        return order(new OrderKey(new LegalEntity("usmf"), "PO-000471", "PO-000471-1"), WAREHOUSE, "Jane Doe", lines);
    }

    static AlignedOrder order(OrderKey key, Address address, String buyer, AlignedLine... lines) {
        var order = new PurchaseOrder(
                key,
                LocalDate.of(2026, 3, 12),
                LocalDate.of(2026, 3, 10),
                new VendorAccount("V10023"),
                new VendorAccount("V10023"),
                new CurrencyCode("USD"),
                "",
                Optional.of(WANTED),
                "Net30",
                "",
                buyer,
                Optional.of(address),
                Arrays.stream(lines).map(AlignedLine::line).toList(),
                OrderDetails.NONE);
        return new AlignedOrder(order, List.of(lines), "Contoso Entertainment", "Vendor One Inc");
    }

    static Envelope envelope(Release release) {
        return envelope(release, Delimiters.USUAL);
    }

    static Envelope envelope(Release release, Delimiters delimiters) {
        return new Envelope(
                new InterchangeAddress("ZZ", "BUYERCO", "BUYERCO"),
                new InterchangeAddress("01", "123456789", "VENDOR1"),
                release,
                Usage.TEST,
                false,
                new ControlNumbers(123, 45, 7),
                delimiters,
                LocalDateTime.of(2026, 3, 10, 9, 15));
    }
}
